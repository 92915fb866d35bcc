package io.kontor.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A clock that runs only as fast as this machine is allowed to work. Where a hypervisor gives the processors to other
 * machines ("steal" in {@code /proc/stat}, see proc(5)), everything here is slower by that share, and so is this clock:
 * a bound in it asks the same of the product on a calm machine and on a crowded one. On a machine of its own it is
 * {@link System#nanoTime}. Changes of the time of day do not touch it.
 */
public final class GrantedTime {
    private static final Path ACCOUNTING = Path.of("/proc/stat");
    private static final Duration PACE = Duration.ofMillis(100);
    private static final GrantedTime MACHINE = ofMachine();

    private final LongSupplier nanoTime;
    private final Supplier<Use> accounting;
    private Use lastUse;
    private long lastNanos;
    private double granted;
    private long latest;

    /**
     * The processors' time since the machine began, of all of them together.
     *
     * @param worked in which they worked for this machine, in ticks
     * @param stolen in which they should have, but worked for others, in ticks
     */
    record Use(long worked, long stolen) {
        /** From the first line of the accounting: user, nice, system, idle, iowait, irq, softirq, steal. */
        static Use of(String line) {
            String[] ticks = line.trim().split("\\s+");
            long worked = ticks(ticks, 1) + ticks(ticks, 2) + ticks(ticks, 3) + ticks(ticks, 6) + ticks(ticks, 7);
            return new Use(worked, ticks(ticks, 8));
        }

        private static long ticks(String[] columns, int column) {
            return column < columns.length ? Long.parseLong(columns[column]) : 0;
        }

        double grantedSince(Use earlier) {
            double used = worked - earlier.worked;
            double wanted = used + stolen - earlier.stolen;
            return wanted <= 0 ? 1 : used / wanted;
        }
    }

    GrantedTime(LongSupplier nanoTime, Supplier<Use> accounting) {
        this.nanoTime = nanoTime;
        this.accounting = accounting;
        this.lastUse = accounting.get();
        this.lastNanos = nanoTime.getAsLong();
    }

    /** As {@link System#nanoTime}: for differences only. */
    public static long nanos() {
        return MACHINE.now();
    }

    /** What was granted since a moment of {@link #nanos}. */
    public static Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }

    synchronized long now() {
        latest = Math.max(latest, (long) granted + nanoTime.getAsLong() - lastNanos); // it never goes back
        return latest;
    }

    /** Takes the accounting into account; what comes until the next time counts as granted for the time being. */
    synchronized void read() {
        Use use = accounting.get();
        long nanos = nanoTime.getAsLong();
        granted += (nanos - lastNanos) * use.grantedSince(lastUse);
        lastUse = use;
        lastNanos = nanos;
    }

    private static GrantedTime ofMachine() {
        if (!Files.isReadable(ACCOUNTING)) {
            return new GrantedTime(System::nanoTime, () -> new Use(0, 0));
        }
        GrantedTime time = new GrantedTime(System::nanoTime, GrantedTime::machineUse);
        Thread reader = new Thread(time::readForEver, "granted-time");
        reader.setDaemon(true);
        reader.start();
        return time;
    }

    private void readForEver() {
        try {
            while (true) {
                Thread.sleep(PACE.toMillis());
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Use machineUse() {
        try (var lines = Files.lines(ACCOUNTING)) {
            return Use.of(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
