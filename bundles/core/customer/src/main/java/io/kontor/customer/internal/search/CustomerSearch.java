package io.kontor.customer.internal.search;

import io.kontor.access.RowRules;
import io.kontor.customer.SearchHit;
import io.kontor.customer.SearchSource;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers in the quick search. */
@Component
public final class CustomerSearch implements SearchSource {

    private final Transactions transactions;
    private final SearchStore keys;
    private final Store store;
    private final RowRules rules;

    @Activate
    public CustomerSearch(
            @Reference Transactions transactions,
            @Reference SearchStore keys,
            @Reference(target = "(unit=customer)") Store store,
            @Reference RowRules rules) {
        this.transactions = transactions;
        this.keys = keys;
        this.store = store;
        this.rules = rules;
    }

    @Override
    public String type() {
        return "customer";
    }

    @Override
    public List<SearchHit> search(String text, int limit) {
        return transactions.read(() -> {
            List<UUID> ids = keys.find(text, rules.reading(type()), limit);
            Map<UUID, SearchHit> hits = new HashMap<>();
            if (!ids.isEmpty()) {
                hits(ids).forEach(hit -> hits.put(hit.id(), hit));
            }
            return ids.stream().map(hits::get).filter(Objects::nonNull).toList();
        });
    }

    private List<SearchHit> hits(List<UUID> ids) {
        return store.sql()
                .list(
                        """
                        select customer_id, name, main_email, main_phone, city from customer_listing
                         where customer_id in (?)
                        """,
                        row -> new SearchHit(
                                type(),
                                row.uuid("customer_id"),
                                row.string("name"),
                                Stream.of("main_email", "main_phone", "city")
                                        .flatMap(column -> row.optionalString(column).stream())
                                        .collect(Collectors.joining(" · "))),
                        ids);
    }
}
