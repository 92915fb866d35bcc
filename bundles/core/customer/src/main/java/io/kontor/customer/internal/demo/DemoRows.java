package io.kontor.customer.internal.demo;

import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.customer.DemoData;
import io.kontor.customer.SourceAccountId;
import io.kontor.customer.internal.CustomerReader;
import io.kontor.events.Events;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customers of a demo. One stays who was entered by hand, whom another account calls something, with whom something
 * else happened, about whom a colleague wrote a note, or who belongs to a company: it only loses what the demo called it.
 */
@Component
public final class DemoRows implements DemoData {
    private static final int PORTION = 10;

    private final DemoCustomerStore store;
    private final CustomerReader reader;
    private final Events events;

    @Activate
    public DemoRows(@Reference DemoCustomerStore store, @Reference CustomerReader reader, @Reference Events events) {
        this.store = store;
        this.reader = reader;
        this.events = events;
    }

    @Override
    public String module() {
        return "customer";
    }

    @Override
    public int removeSome(SourceAccountId account) {
        Set<CustomerId> seen = new LinkedHashSet<>();
        for (CustomerId id : store.some(account, PORTION)) {
            if (seen.add(id)) {
                List<CustomerId> same = reader.members(id);
                seen.addAll(same);
                store.letGo(account, same);
                if (!store.hasOtherData(same)) {
                    store.delete(same);
                    events.publish(new CustomerEvent.Removed(same.get(0)));
                }
            }
        }
        return seen.size();
    }
}
