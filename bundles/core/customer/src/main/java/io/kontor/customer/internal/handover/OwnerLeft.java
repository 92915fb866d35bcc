package io.kontor.customer.internal.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.access.UserEvent;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.Json;
import java.time.Clock;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans the hand-over of a leaving colleague's customers, who may be many. */
@Component
public final class OwnerLeft implements EventConsumer {

    private final Jobs jobs;
    private final Clock clock;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public OwnerLeft(@Reference Jobs jobs, @Reference Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String subscription() {
        return "customer.owner-left";
    }

    @Override
    public Set<String> events() {
        return Set.of(UserEvent.Left.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        UserEvent.Left left = event.as(UserEvent.Left.class, mapper);
        jobs.plan(
                HandOverJob.JOB,
                left.user().value().toString(),
                clock.instant(),
                new HandOverJob.HandOver(left.user(), left.heir(), false));
    }
}
