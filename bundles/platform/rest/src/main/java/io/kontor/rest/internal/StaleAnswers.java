package io.kontor.rest.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets stored answers after a day. Every node may do it: deleting twice harms nobody. */
@Component(service = StaleAnswers.class, immediate = true)
public final class StaleAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(StaleAnswers.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int EVERY_MINUTES = 10;

    private final Answers answers;
    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;
    private final Clock clock;
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kontor-rest-stale-answers"));

    @Activate
    public StaleAnswers(
            @Reference Answers answers,
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.answers = answers;
        this.directory = directory;
        this.workspaces = workspaces;
        this.clock = clock;
        sweeper.scheduleWithFixedDelay(this::sweep, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void sweep() {
        Instant before = clock.instant().minus(KEPT);
        for (WorkspaceId workspace : directory.all()) {
            try {
                workspaces.run(workspace, () -> forget(before));
            } catch (RuntimeException e) {
                LOG.warn("Old answers of {} could not be removed; tried again later", workspace, e);
            }
        }
    }

    private void forget(Instant before) {
        int removed;
        do {
            removed = answers.forget(before);
        } while (removed > 0);
    }

    @Deactivate
    void stop() {
        sweeper.shutdownNow();
    }
}
