package io.kontor.telemetry.internal;

import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** Memory, threads, classes, collections and processor time of this process, under the names that dashboards know. */
final class ProcessMetrics {

    /** One of our own: the library's common one would outlive this bundle's components. */
    private final PrometheusRegistry registry = new PrometheusRegistry();

    ProcessMetrics() {
        JvmClassLoadingMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmMemoryMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        io.prometheus.metrics.instrumentation.jvm.ProcessMetrics.builder().register(registry);
    }

    List<MetricSnapshot> snapshots() {
        return registry.scrape().stream().toList();
    }
}
