package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSink;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one source reports at one scrape, as the Prometheus library takes it. */
final class Scrape implements MetricSink {

    private static final String TOTAL = "_total";

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();

    @Override
    public void gauge(String name, String help, Map<String, String> labels, double value) {
        gauges.computeIfAbsent(
                        valid(name), key -> GaugeSnapshot.builder().name(key).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels(labels))
                        .value(value)
                        .build());
    }

    /** The library writes the suffix itself. */
    @Override
    public void counter(String name, String help, Map<String, String> labels, double value) {
        if (!name.endsWith(TOTAL)) {
            throw new IllegalArgumentException("A counter's name ends in " + TOTAL + ": " + name);
        }
        String stem = valid(name.substring(0, name.length() - TOTAL.length()));
        counters.computeIfAbsent(
                        stem, key -> CounterSnapshot.builder().name(key).help(help))
                .dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels(labels))
                        .value(value)
                        .build());
    }

    /** @throws IllegalArgumentException if a sample was reported twice */
    List<MetricSnapshot> snapshots() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        gauges.values().forEach(gauge -> snapshots.add(gauge.build()));
        counters.values().forEach(counter -> snapshots.add(counter.build()));
        return snapshots;
    }

    private static String valid(String name) {
        if (!PrometheusNaming.isValidLegacyMetricName(name)) {
            throw new IllegalArgumentException("Not a metric name: " + name);
        }
        return name;
    }

    private static Labels labels(Map<String, String> labels) {
        Map<String, String> sorted = new TreeMap<>(labels);
        return Labels.of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }
}
