package io.kontor.pipeline.internal;

import io.kontor.access.Users;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.DealId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the default rule asks of the world around it: who somebody is, who is responsible, what to call things. */
@Component(service = OrderRuleSurroundings.class)
public final class OrderRuleSurroundings {
    private final Customers customers;
    private final Users users;
    private final PipelineTexts texts;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public OrderRuleSurroundings(
            @Reference Customers customers,
            @Reference Users users,
            @Reference PipelineTexts texts,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.customers = customers;
        this.users = users;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    Set<CustomerId> sameAs(CustomerId customer) {
        return customers.sameAs(customer);
    }

    /** The customer's owner, to whom the deal goes as well. */
    UserId owner(CustomerId customer) {
        return customers
                .find(customer)
                .map(found -> users.responsible(found.profile().owner()))
                .orElseGet(users::proprietor);
    }

    String title(OrderFact fact) {
        return texts.text("pipeline.names.order", Map.of("number", fact.number()));
    }

    String text(String key, Map<String, String> parameters) {
        return texts.text(key, parameters);
    }

    DealId newDeal() {
        return new DealId(ids.next());
    }

    Instant now() {
        return clock.instant();
    }
}
