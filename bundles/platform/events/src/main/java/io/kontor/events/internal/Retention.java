package io.kontor.events.internal;

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

/** Removes events that are old and that every subscription has passed. */
@Component(service = Retention.class, immediate = true)
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 1000;

    private final OutboxStore outbox;
    private final SubscriptionStore subscriptions;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "kontor-events-retention");
        daemon.setDaemon(true);
        return daemon;
    });

    @Activate
    public Retention(
            @Reference OutboxStore outbox, @Reference SubscriptionStore subscriptions, @Reference Clock clock) {
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::clean, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void clean() {
        try {
            int removed = removeOld();
            LOG.debug("{} old events removed", removed);
        } catch (RuntimeException e) {
            LOG.warn("Old events could not be removed; trying again in an hour", e);
        }
    }

    /** @return how many were removed */
    int removeOld() {
        Instant moment = clock.instant().minus(KEPT);
        long slowest = subscriptions.slowest();
        int removed = 0;
        int last;
        do {
            last = outbox.removeBefore(moment, slowest, AT_ONCE);
            removed += last;
        } while (last == AT_ONCE);
        return removed;
    }
}
