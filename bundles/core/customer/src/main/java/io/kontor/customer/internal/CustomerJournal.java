package io.kontor.customer.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells what was done with a customer: the event for other modules, the entry for the audit log. */
@Component(service = CustomerJournal.class)
public final class CustomerJournal {

    private final Events events;
    private final AuditLog audit;

    @Activate
    public CustomerJournal(@Reference Events events, @Reference AuditLog audit) {
        this.events = events;
        this.audit = audit;
    }

    void registered(CustomerId id, Map<String, ?> facts) {
        events.publish(new CustomerEvent.Registered(id));
        audit.record("customer.registered", ref(id), Map.of(), facts);
    }

    void changed(CustomerRecord survivor, Map<String, ?> before, Map<String, ?> after) {
        events.publish(new CustomerEvent.Changed(survivor.id(), survivor.version()));
        audit.record("customer.changed", ref(survivor.id()), before, after);
    }

    void merged(CustomerId survivor, CustomerId other, Map<String, ?> provenance) {
        events.publish(new CustomerEvent.Merged(survivor, other));
        audit.record(
                "customer.merged", ref(survivor), Map.of(), Map.of("other", other.value(), "provenance", provenance));
    }

    void unmerged(CustomerId survivor, CustomerId other) {
        events.publish(new CustomerEvent.Unmerged(survivor, other));
        audit.record("customer.unmerged", ref(survivor), Map.of("other", other.value()), Map.of());
    }

    private static Ref ref(CustomerId id) {
        return new Ref("customer", id.value());
    }
}
