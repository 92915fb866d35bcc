package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text exposition format 0.0.4 of Prometheus: one family per name, help and type first. */
final class PrometheusText implements MetricSink {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Family> families = new TreeMap<>();

    @Override
    public void gauge(String name, String help, Map<String, String> labels, double value) {
        add("gauge", name, help, labels, value);
    }

    @Override
    public void counter(String name, String help, Map<String, String> labels, double value) {
        add("counter", name, help, labels, value);
    }

    private void add(String type, String name, String help, Map<String, String> labels, double value) {
        if (!name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*")) {
            throw new IllegalArgumentException("Not a metric name: " + name);
        }
        Family family = families.computeIfAbsent(name, key -> new Family(type, help, new ArrayList<>()));
        family.samples().add(name + labels(labels) + " " + number(value));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        families.forEach((name, family) -> {
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(escape(family.help()))
                    .append('\n');
            text.append("# TYPE ")
                    .append(name)
                    .append(' ')
                    .append(family.type())
                    .append('\n');
            family.samples().forEach(sample -> text.append(sample).append('\n'));
        });
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return "";
        }
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=\""
                                + escape(label.getValue()).replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private record Family(String type, String help, List<String> samples) {}
}
