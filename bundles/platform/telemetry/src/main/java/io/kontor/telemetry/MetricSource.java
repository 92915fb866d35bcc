package io.kontor.telemetry;

/** Numbers for {@code /metrics}. Published as a service; asked at every scrape, so it answers from memory. */
@FunctionalInterface
public interface MetricSource {

    /** Reports every number of this source once. */
    void report(MetricSink sink);
}
