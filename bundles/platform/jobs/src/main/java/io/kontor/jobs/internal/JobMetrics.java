package io.kontor.jobs.internal;

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

/** What is planned, runs late or fails, by job; looked up now and then, reported from memory. */
@Component(service = MetricSource.class)
public final class JobMetrics implements MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);
    private static final int EVERY_SECONDS = 10;

    private final BacklogStore store;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kontor-jobs-metrics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<BacklogStore.Backlog> known = List.of();

    @Activate
    public JobMetrics(@Reference BacklogStore store) {
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
            LOG.warn("The planned jobs could not be counted", e);
        }
    }

    @Override
    public void report(MetricSink sink) {
        for (BacklogStore.Backlog backlog : known) {
            Map<String, String> labels = Map.of("job", backlog.job());
            sink.gauge("kontor_jobs_planned", "Plans, for now and for later", labels, backlog.planned());
            sink.gauge("kontor_jobs_running", "Plans that a node has picked", labels, backlog.running());
            sink.gauge(
                    "kontor_jobs_due", "Plans whose time has come and that no node has picked", labels, backlog.due());
            sink.gauge(
                    "kontor_jobs_late_seconds",
                    "How long the first of them has been due",
                    labels,
                    backlog.late().toMillis() / 1000.0);
            sink.gauge("kontor_jobs_failing", "Plans whose last run failed", labels, backlog.failing());
        }
    }
}
