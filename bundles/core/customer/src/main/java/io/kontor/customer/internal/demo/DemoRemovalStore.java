package io.kontor.customer.internal.demo;

import io.kontor.customer.DemoRemovals;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Subscriptions;
import io.kontor.store.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the modules have reported. Which of them take part, the durable subscriptions tell: they stay while a module is
 * away.
 */
@Component(service = {DemoRemovals.class, DemoRemovalStore.class})
public final class DemoRemovalStore implements DemoRemovals {

    private final Store store;
    private final Subscriptions subscriptions;

    @Activate
    public DemoRemovalStore(
            @Reference(target = "(unit=customer)") Store store, @Reference Subscriptions subscriptions) {
        this.store = store;
        this.subscriptions = subscriptions;
    }

    /**
     * Notes what a module has just removed. Joins the current transaction, which is the one that removes.
     *
     * @param removed how many records; 0 when none was left
     */
    void report(SourceAccountId account, String module, int removed) {
        store.sql().update("""
                insert into customer_demo_removal (account_id, module, removed, done) values (?, ?, ?, ?)
                on duplicate key update removed = removed + values(removed), done = values(done)
                """, account, module, removed, removed == 0);
    }

    @Override
    public List<Part> parts(SourceAccountId account) {
        Map<String, Part> reported = store
                .sql()
                .list(
                        "select module, removed, done from customer_demo_removal where account_id = ?",
                        row -> new Part(row.string("module"), row.number("removed"), row.bool("done")),
                        account)
                .stream()
                .collect(Collectors.toMap(Part::module, Function.identity()));
        return subscriptions.all().stream()
                .map(Subscriptions.Progress::subscription)
                .filter(name -> name.endsWith(SUBSCRIPTION))
                .map(name -> name.substring(0, name.length() - SUBSCRIPTION.length()))
                .sorted()
                .map(module -> reported.getOrDefault(module, new Part(module, 0, false)))
                .toList();
    }

    @Override
    public void forget(SourceAccountId account) {
        store.sql().update("delete from customer_demo_removal where account_id = ?", account);
    }
}
