package io.kontor.order.internal;

import io.kontor.customer.SearchHit;
import io.kontor.customer.SearchSource;
import io.kontor.kernel.PageRequest;
import io.kontor.order.Order;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders in the quick search, by the beginning of their number. */
@Component
public final class OrderSearch implements SearchSource {
    private final OrderReading reading;

    @Activate
    public OrderSearch(@Reference OrderReading reading) {
        this.reading = reading;
    }

    @Override
    public String type() {
        return "order";
    }

    @Override
    public List<SearchHit> search(String text, int limit) {
        String number = OrderQuery.plain(text);
        if (number.isEmpty()) {
            return List.of();
        }
        OrderFilter filter = new OrderFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(number));
        return reading.page(filter, PageRequest.first(limit)).items().stream()
                .map(OrderSearch::hit)
                .toList();
    }

    private static SearchHit hit(OrderReading.Listed listed) {
        Order order = listed.order();
        String subtitle = listed.customerName().isEmpty()
                ? order.total().toString()
                : listed.customerName() + " · " + order.total();
        return new SearchHit("order", order.id().value(), order.number(), subtitle);
    }
}
