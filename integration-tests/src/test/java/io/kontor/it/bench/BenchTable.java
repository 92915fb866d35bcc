package io.kontor.it.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured beside what is allowed, as text. */
final class BenchTable {

    private static final String ROW = "%-46s %8s %8s %8s %7s %8s %7s  %-16s %s%n";

    private final double loop;
    private final List<String> lines = new ArrayList<>();
    private final List<String> over = new ArrayList<>();

    /** @param loop milliseconds of the reference loop */
    BenchTable(double loop) {
        this.loop = loop;
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        lines.add(String.format(
                Locale.ROOT,
                "reference loop %.0f ms; %d processors, load average %.1f before the run%n%n",
                loop,
                machine.getAvailableProcessors(),
                machine.getSystemLoadAverage()));
        lines.add(ROW.formatted("operation", "CPU ms", "JIT ms", "JDBC ms", "ratio", "loops", "per s", "at most", "")
                        .strip()
                + "\n");
    }

    /** CPU that must stay under so many milliseconds. */
    void atMost(String operation, Load.Measured ours, Optional<Load.Measured> plain, double milliseconds) {
        row(operation, ours, plain, number(milliseconds) + " ms", ours.cpuMilliseconds() <= milliseconds);
    }

    /** CPU that must stay under a multiple of that of its statements. */
    void atMostTimes(String operation, Load.Measured ours, Load.Measured plain, double times) {
        boolean kept = ours.cpuMilliseconds() <= times * plain.cpuMilliseconds();
        row(operation, ours, Optional.of(plain), number(times) + " x JDBC", kept);
    }

    /** Something that must happen so often. */
    void atLeast(String operation, Load.Measured ours, double perSecond) {
        row(operation, ours, Optional.empty(), ">= " + number(perSecond) + "/s", ours.perSecond() >= perSecond);
    }

    /** A figure without a limit of its own. */
    void stated(String operation, Load.Measured ours) {
        row(operation, ours, Optional.empty(), "", true);
    }

    /** A figure that is no CPU time. */
    void figure(String name, double value, String unit, double atMost) {
        boolean kept = value <= atMost;
        String limit = atMost == Double.MAX_VALUE ? "stated" : "at most " + number(atMost) + " " + unit;
        lines.add("%-46s %8s %-44s %-16s %s%n"
                .formatted(name, number(value), unit, limit, verdict(name, kept, atMost != Double.MAX_VALUE)));
    }

    /** A remark under the table. */
    void remark(String text) {
        lines.add(text + "\n");
    }

    /** The operations that need more than they may. */
    List<String> over() {
        return List.copyOf(over);
    }

    private void row(String operation, Load.Measured ours, Optional<Load.Measured> plain, String limit, boolean kept) {
        lines.add(ROW.formatted(
                operation,
                number(ours.cpuMilliseconds()),
                number(ours.compilerMilliseconds()),
                plain.map(p -> number(p.cpuMilliseconds())).orElse(""),
                plain.map(p -> number(ours.cpuMilliseconds() / p.cpuMilliseconds()))
                        .orElse(""),
                String.format(Locale.ROOT, "%.4f", ours.cpuMilliseconds() / loop),
                String.format(Locale.ROOT, "%.0f", ours.perSecond()),
                limit,
                verdict(operation, kept, !limit.isEmpty())));
    }

    private String verdict(String name, boolean kept, boolean limited) {
        if (!kept) {
            over.add(name);
        }
        return !limited ? "" : kept ? "ok" : "OVER";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    @Override
    public String toString() {
        return String.join("", lines);
    }
}
