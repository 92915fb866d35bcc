package io.kontor.jobs.internal;

import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import io.kontor.telemetry.Remembered;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What is planned, runs late or fails, by job. */
@Component(service = MetricSource.class)
public final class JobMetrics implements MetricSource {

    private final Remembered<BacklogStore.Backlog> backlogs;

    @Activate
    public JobMetrics(@Reference BacklogStore store) {
        backlogs = new Remembered<>("jobs-backlog", store::all);
    }

    @Deactivate
    void stop() {
        backlogs.close();
    }

    void look() {
        backlogs.look();
    }

    @Override
    public void report(MetricSink sink) {
        for (BacklogStore.Backlog backlog : backlogs.latest()) {
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
