package io.kontor.events.internal;

import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import io.kontor.telemetry.Remembered;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** How far behind each subscription is, and what it could not do. */
@Component(service = MetricSource.class)
public final class EventMetrics implements MetricSource {

    private final Remembered<LagStore.Lag> lags;

    @Activate
    public EventMetrics(@Reference LagStore store) {
        lags = new Remembered<>("events-progress", store::all);
    }

    @Deactivate
    void stop() {
        lags.close();
    }

    void look() {
        lags.look();
    }

    @Override
    public void report(MetricSink sink) {
        for (LagStore.Lag lag : lags.latest()) {
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
