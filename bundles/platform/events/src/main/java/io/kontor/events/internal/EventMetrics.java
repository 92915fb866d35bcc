package io.kontor.events.internal;

import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far behind each subscription is, and what it could not do; looked up now and then, reported from memory. */
@Component(service = MetricSource.class)
public final class EventMetrics implements MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(EventMetrics.class);
    private static final int EVERY_SECONDS = 10;

    private final LagStore store;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kontor-events-metrics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<LagStore.Lag> known = List.of();

    @Activate
    public EventMetrics(@Reference LagStore store) {
        this.store = store;
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    /** While the database does not answer, the former numbers stay. */
    void look() {
        try {
            known = store.all();
        } catch (RuntimeException e) {
            LOG.warn("The subscriptions' progress could not be read", e);
        }
    }

    @Override
    public void report(MetricSink sink) {
        for (LagStore.Lag lag : known) {
            Map<String, String> labels = Map.of("subscription", lag.subscription());
            sink.gauge("kontor_events_behind", "Events that the subscription has not looked at", labels, lag.behind());
            sink.gauge(
                    "kontor_events_behind_seconds",
                    "How long the first of them has been waiting",
                    labels,
                    lag.oldest().toMillis() / 1000.0);
            sink.gauge(
                    "kontor_events_failing",
                    "Events put aside, to be tried again or behind one that is",
                    labels,
                    lag.failing());
            sink.gauge("kontor_events_dead_letters", "Events that wait for a person", labels, lag.dead());
        }
    }
}
