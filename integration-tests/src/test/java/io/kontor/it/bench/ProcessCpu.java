package io.kontor.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of processes as the operating system accounts it: user and system time of {@code /proc/<pid>/stat} (proc(5),
 * fields 14 and 15), in ticks of 10 ms, so what is measured must take seconds.
 */
final class ProcessCpu {

    private static final long TICK_NANOS = Duration.ofMillis(10).toNanos();
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final List<Long> pids;
    private final Map<String, Long> compilers = new HashMap<>();

    ProcessCpu(List<Long> pids) {
        this.pids = List.copyOf(pids);
    }

    /** What all the processes have used since they began. */
    Duration used() {
        return Duration.ofNanos(pids.stream().mapToLong(ProcessCpu::nanos).sum());
    }

    /**
     * What the just-in-time compilers among their threads have used: work that ends when the processes are warm. Such
     * threads come and go; what an ended one was seen to have used still counts.
     */
    Duration usedByCompilers() {
        pids.forEach(this::lookAtCompilers);
        return Duration.ofNanos(
                compilers.values().stream().mapToLong(Long::longValue).sum());
    }

    private void lookAtCompilers(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            threads.forEach(thread -> {
                String stat = readThread(thread.resolve("stat"));
                if (stat.contains("(C1 ") || stat.contains("(C2 ")) {
                    compilers.merge(thread.toString(), nanos(stat), Math::max);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing where the thread has ended since the folder was listed. */
    private static String readThread(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Resident memory in MiB (proc(5), VmRSS). */
    static long residentMebibytes(long pid) {
        return read(Path.of("/proc", String.valueOf(pid), "status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static long nanos(long pid) {
        return nanos(read(Path.of("/proc", String.valueOf(pid), "stat")));
    }

    private static long nanos(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * TICK_NANOS;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
