package io.kontor.telemetry;

import java.util.Map;

/**
 * Takes numbers in the terms of Prometheus. Names are {@code kontor_<module>_<what>_<unit>}, counters end in
 * {@code _total}; times are seconds, sizes are bytes. Labels have few values: never an id or a person.
 */
public interface MetricSink {

    /** A number that goes up and down. */
    void gauge(String name, String help, Map<String, String> labels, double value);

    /** A number that only grows while the process lives. */
    void counter(String name, String help, Map<String, String> labels, double value);
}
