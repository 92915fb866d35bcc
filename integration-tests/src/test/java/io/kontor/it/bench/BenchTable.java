package io.kontor.it.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured beside what is allowed, as text; made when a run begins and written when it ends. */
final class BenchTable {

    private static final String ROW = "%-46s %8s %8s %8s %7s %8s %7s  %-16s %s%n";

    private final long begin = System.nanoTime();
    private final double loadBefore = loadAverage();
    private final double loop;
    private final List<String> lines = new ArrayList<>();

    /** @param loop milliseconds of the reference loop */
    BenchTable(double loop) {
        this.loop = loop;
        lines.add(ROW.formatted("operation", "CPU ms", "JIT ms", "JDBC ms", "ratio", "loops", "per s", "at most", "")
                        .stripTrailing()
                + "\n");
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** CPU that must stay under so many milliseconds. */
    void atMost(String operation, Load.Measured ours, Load.Measured plain, double milliseconds) {
        row(operation, ours, plain, number(milliseconds) + " ms", ours.cpuMilliseconds() <= milliseconds);
    }

    /** CPU that must stay under a multiple of that of its statements. */
    void atMostTimes(String operation, Load.Measured ours, Load.Measured plain, double times) {
        boolean kept = ours.cpuMilliseconds() <= times * plain.cpuMilliseconds();
        row(operation, ours, plain, number(times) + " x JDBC", kept);
    }

    /** Something that must happen so often. */
    void atLeast(String operation, Load.Measured ours, Load.Measured plain, double perSecond) {
        row(operation, ours, plain, ">= " + number(perSecond) + "/s", ours.perSecond() >= perSecond);
    }

    /** A figure without a limit of its own. */
    void stated(String operation, Load.Measured ours, Load.Measured plain) {
        row(operation, ours, plain, "", true);
    }

    /** A figure that is no CPU time. */
    void figure(String name, double value, String unit, double atMost) {
        boolean kept = value <= atMost;
        String limit = atMost == Double.MAX_VALUE ? "stated" : "at most " + number(atMost) + " " + unit;
        lines.add("%-46s %8s %-44s %-16s %s%n"
                .formatted(name, number(value), unit, limit, verdict(kept, atMost != Double.MAX_VALUE)));
    }

    /** A remark under the table. */
    void remark(String text) {
        lines.add(text + "\n");
    }

    private void row(String operation, Load.Measured ours, Load.Measured plain, String limit, boolean kept) {
        lines.add(ROW.formatted(
                operation,
                number(ours.cpuMilliseconds()),
                number(ours.compilerMilliseconds()),
                number(plain.cpuMilliseconds()),
                number(ours.cpuMilliseconds() / plain.cpuMilliseconds()),
                String.format(Locale.ROOT, "%.4f", ours.cpuMilliseconds() / loop),
                String.format(Locale.ROOT, "%.0f", ours.perSecond()),
                limit,
                verdict(kept, !limit.isEmpty())));
    }

    private static String verdict(boolean kept, boolean limited) {
        return !limited ? "" : kept ? "ok" : "OVER";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "reference loop %.0f ms; %d processors, load average %.1f before the run and %.1f at its end, %d s%n%n",
                        loop,
                        Runtime.getRuntime().availableProcessors(),
                        loadBefore,
                        loadAverage(),
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds())
                + String.join("", lines);
    }
}
