package io.kontor.hostile.sleeping;

import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Falls asleep over each new customer. */
@Component
public final class SleepingConsumer implements EventConsumer {
    @Override
    public String subscription() {
        return "sleeping.doze";
    }

    @Override
    public Set<String> events() {
        return Set.of("customer.registered");
    }

    @Override
    public void handle(ReceivedEvent event) {
        SleepingModule.sleep();
    }
}
