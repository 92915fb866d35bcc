package io.kontor.customer.internal.search;

import io.kontor.access.RowRules;
import io.kontor.customer.SearchHit;
import io.kontor.customer.SearchSource;
import io.kontor.store.Transactions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers in the quick search. */
@Component
public final class CustomerSearch implements SearchSource {

    private final Transactions transactions;
    private final SearchStore keys;
    private final RowRules rules;

    @Activate
    public CustomerSearch(
            @Reference Transactions transactions, @Reference SearchStore keys, @Reference RowRules rules) {
        this.transactions = transactions;
        this.keys = keys;
        this.rules = rules;
    }

    @Override
    public String type() {
        return "customer";
    }

    @Override
    public List<SearchHit> search(String text, int limit) {
        return transactions.read(() -> keys.hits(keys.find(text, rules.reading(type()), limit)));
    }
}
