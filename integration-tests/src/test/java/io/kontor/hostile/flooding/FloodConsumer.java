package io.kontor.hostile.flooding;

import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Cannot handle any of them. */
@Component
public final class FloodConsumer implements EventConsumer {
    @Override
    public String subscription() {
        return "flooding.drown";
    }

    @Override
    public Set<String> events() {
        return Set.of(Flooded.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        throw new IllegalStateException("The drain is blocked");
    }
}
