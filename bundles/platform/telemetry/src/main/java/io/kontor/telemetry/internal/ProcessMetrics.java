package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Memory, threads, collections and processor time of this process. */
@Component(service = MetricSource.class)
public final class ProcessMetrics implements MetricSource {

    private static final double TICKS_PER_SECOND = 100; // USER_HZ, fixed on Linux (proc(5))

    @Override
    public void report(MetricSink sink) {
        var memory = ManagementFactory.getMemoryMXBean();
        sink.gauge(
                "jvm_memory_used_bytes",
                "Memory in use.",
                Map.of("area", "heap"),
                memory.getHeapMemoryUsage().getUsed());
        sink.gauge(
                "jvm_memory_used_bytes",
                "Memory in use.",
                Map.of("area", "nonheap"),
                memory.getNonHeapMemoryUsage().getUsed());
        sink.gauge(
                "jvm_memory_max_bytes",
                "The most the heap may take.",
                Map.of("area", "heap"),
                memory.getHeapMemoryUsage().getMax());
        sink.gauge(
                "jvm_threads",
                "Threads alive.",
                Map.of(),
                ManagementFactory.getThreadMXBean().getThreadCount());
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            sink.counter(
                    "jvm_gc_seconds_total",
                    "Time in garbage collection.",
                    Map.of("collector", collector.getName()),
                    collector.getCollectionTime() / 1000.0);
        }
        sink.gauge("process_resident_memory_bytes", "Memory as the system counts it.", Map.of(), residentBytes());
        sink.counter("process_cpu_seconds_total", "Processor time, user and system.", Map.of(), cpuSeconds());
    }

    /** proc(5): VmRSS is in KiB. */
    private static double residentBytes() {
        return lines("/proc/self/status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** proc(5): fields 14 and 15 of stat, counted behind the name in parentheses. */
    private static double cpuSeconds() {
        String stat = lines("/proc/self/stat").get(0);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[14 - 3]) + Long.parseLong(fields[15 - 3])) / TICKS_PER_SECOND;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
