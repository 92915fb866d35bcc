package io.kontor.webhooks.internal;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.WorkspaceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets processed messages, once a day in every workspace that ever opened an address. */
@Component(configurationPid = "io.kontor.webhooks")
public final class InboxRetention implements JobHandler {

    static final String JOB = "webhooks.retention";
    static final String KEY = "inbox";

    private static final int AT_ONCE = 1000;
    private static final Duration PAUSE = Duration.ofDays(1);

    private final InboxStore inbox;
    private final WorkspaceContext workspaces;
    private final Clock clock;
    private final Duration kept;

    /** Nothing is remembered between runs. */
    record Plan() {}

    @Activate
    public InboxRetention(
            @Reference InboxStore inbox,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock,
            DoorConfig config) {
        this.inbox = inbox;
        this.workspaces = workspaces;
        this.clock = clock;
        this.kept = Duration.ofDays(config.retentionDays());
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        Instant before = clock.instant().minus(kept);
        run.inPortions(() -> inbox.forget(workspaces.current(), before, AT_ONCE) == AT_ONCE);
        return JobOutcome.again(clock.instant().plus(PAUSE));
    }
}
