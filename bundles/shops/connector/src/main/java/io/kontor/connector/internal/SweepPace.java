package io.kontor.connector.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.Json;
import io.kontor.settings.SettingsEvent;
import java.time.Clock;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A pace that was set anew counts from now on, not from the end of the former pause. */
@Component
public final class SweepPace implements EventConsumer {

    private final AccountStore accounts;
    private final Jobs jobs;
    private final Clock clock;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public SweepPace(@Reference AccountStore accounts, @Reference Jobs jobs, @Reference Clock clock) {
        this.accounts = accounts;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String subscription() {
        return "connector.sweep-pace";
    }

    @Override
    public Set<String> events() {
        return Set.of(SettingsEvent.Changed.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.as(SettingsEvent.Changed.class, mapper).module().equals("connector")) {
            accounts.all().stream()
                    .filter(account -> account.status() == Account.Status.ACTIVE)
                    .map(account -> account.id().value())
                    .forEach(id -> jobs.plan(SweepJob.JOB, id.toString(), clock.instant(), new SweepJob.Plan(id)));
        }
    }
}
