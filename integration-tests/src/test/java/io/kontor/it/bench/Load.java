package io.kontor.it.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight clients that repeat an operation; the CPU of the measured processes is divided by the operations. */
final class Load {

    static final int CLIENTS = 8;

    /** One operation of one client; what it throws ends the benchmark: a failed request is no measurement. */
    @FunctionalInterface
    interface Operation {

        void run(int client, int number) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param operations how many were done
     * @param cpuMilliseconds CPU per operation
     * @param compilerMilliseconds the part of it that went into compiling code: nothing once everything is warm
     * @param perSecond operations per second of wall time
     */
    record Measured(int operations, double cpuMilliseconds, double compilerMilliseconds, double perSecond) {}

    /** A moment from which on something is measured. */
    record Mark(ProcessCpu cpu, Duration used, Duration compilers, long nanos) {

        static Mark now(ProcessCpu cpu) {
            return new Mark(cpu, cpu.used(), cpu.usedByCompilers(), System.nanoTime());
        }

        /** What was used since then, per operation. */
        Measured per(int operations) {
            double seconds = (System.nanoTime() - nanos) / 1e9;
            return new Measured(
                    operations,
                    milliseconds(cpu.used().minus(used)) / operations,
                    milliseconds(cpu.usedByCompilers().minus(compilers)) / operations,
                    operations / seconds);
        }

        private static double milliseconds(Duration duration) {
            return duration.toNanos() / 1e6;
        }
    }

    private Load() {}

    /** Warms up with as many operations as are measured then. */
    static Measured measure(ProcessCpu cpu, int operations, Operation operation) throws Exception {
        AtomicInteger number = new AtomicInteger();
        repeat(operations, number, operation);
        Mark begin = Mark.now(cpu);
        repeat(operations, number, operation);
        return begin.per(operations);
    }

    /** Does it so often, by all clients. */
    static void repeat(int operations, Operation operation) throws Exception {
        repeat(operations, new AtomicInteger(), operation);
    }

    private static void repeat(int operations, AtomicInteger number, Operation operation) throws Exception {
        int last = number.get() + operations;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int me = client;
                running.add(clients.submit(() -> {
                    for (int next = number.getAndIncrement(); next < last; next = number.getAndIncrement()) {
                        operation.run(me, next);
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A benchmark's operation failed", e.getCause());
        } finally {
            clients.shutdownNow();
            number.set(last);
        }
    }
}
