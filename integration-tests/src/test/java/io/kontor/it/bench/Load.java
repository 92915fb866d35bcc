package io.kontor.it.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Eight clients that repeat an operation; the CPU of the measured processes is divided by the operations. */
final class Load {

    static final int CLIENTS = 8;

    private final ProcessCpu cpu;
    private final BenchSize size;

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
    record Measured(long operations, double cpuMilliseconds, double compilerMilliseconds, double perSecond) {}

    /** @param cpu of what is measured */
    Load(ProcessCpu cpu, BenchSize size) {
        this.cpu = cpu;
        this.size = size;
    }

    /** Repeats it until everything is warm, and then goes on for as long as is measured. */
    Measured measure(Operation operation) throws Exception {
        try (Clients clients = new Clients(operation, Integer.MAX_VALUE)) {
            Warmth warmth = new Warmth(cpu, size.warmUp());
            do {
                clients.go(Warmth.PERIOD);
            } while (!warmth.reached(clients.done()));
            long before = clients.done();
            Usage begin = Usage.now(cpu);
            clients.go(size.measured());
            Usage used = Usage.now(cpu).since(begin);
            long done = clients.done() - before;
            clients.stop();
            clients.finish();
            return used.per(done);
        }
    }

    /** Does it so often, by all clients. */
    static void repeat(int operations, Operation operation) throws Exception {
        try (Clients clients = new Clients(operation, operations)) {
            clients.finish();
        }
    }

    /** The clients at work. */
    private static final class Clients implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        private final List<Future<?>> running = new ArrayList<>();
        private final AtomicInteger number = new AtomicInteger();
        private final AtomicLong done = new AtomicLong();
        private volatile boolean stopping;

        private Clients(Operation operation, int operations) {
            for (int client = 0; client < CLIENTS; client++) {
                int me = client;
                running.add(threads.submit(() -> {
                    for (int next = number.getAndIncrement();
                            next < operations && !stopping;
                            next = number.getAndIncrement()) {
                        operation.run(me, next);
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
        }

        private long done() {
            return done.get();
        }

        /** Lets them work for a while. */
        private void go(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
            for (Future<?> client : running) {
                if (client.isDone()) {
                    await(client);
                }
            }
        }

        private void finish() throws InterruptedException {
            for (Future<?> client : running) {
                await(client);
            }
        }

        private static void await(Future<?> client) throws InterruptedException {
            try {
                client.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A benchmark's operation failed", e.getCause());
            }
        }

        private void stop() {
            stopping = true;
        }

        @Override
        public void close() {
            stop();
            threads.shutdown();
        }
    }
}
