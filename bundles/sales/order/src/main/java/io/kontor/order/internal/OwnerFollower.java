package io.kontor.order.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders belong to whoever their customer belongs to, so that a row rule shows both or neither. */
@Component
public final class OwnerFollower implements EventConsumer {
    private final OrderStore store;
    private final OrderParties parties;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public OwnerFollower(@Reference OrderStore store, @Reference OrderParties parties) {
        this.store = store;
        this.parties = parties;
    }

    @Override
    public String subscription() {
        return "order.owner-follower";
    }

    @Override
    public Set<String> events() {
        return Set.of(CustomerEvent.Changed.NAME, CustomerEvent.Merged.NAME, CustomerEvent.Unmerged.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        switch (event.name()) {
            case CustomerEvent.Changed.NAME ->
                follow(event.as(CustomerEvent.Changed.class, mapper).customer());
            case CustomerEvent.Merged.NAME ->
                follow(event.as(CustomerEvent.Merged.class, mapper).customer());
            case CustomerEvent.Unmerged.NAME -> {
                CustomerEvent.Unmerged apart = event.as(CustomerEvent.Unmerged.class, mapper);
                follow(apart.customer());
                follow(apart.other());
            }
            default -> throw new IllegalArgumentException("Not subscribed to " + event.name());
        }
    }

    private void follow(CustomerId customer) {
        store.assign(parties.sameAs(customer), parties.owner(customer));
    }
}
