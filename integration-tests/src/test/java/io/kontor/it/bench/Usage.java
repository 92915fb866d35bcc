package io.kontor.it.bench;

import java.time.Duration;

/**
 * What processes have used up to a moment, or between two.
 *
 * @param cpu of everything
 * @param compilers the part of it that went into compiling code
 * @param wall time
 */
record Usage(Duration cpu, Duration compilers, Duration wall) {

    static final Usage NOTHING = new Usage(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static Usage now(ProcessCpu cpu) {
        return new Usage(cpu.used(), cpu.usedByCompilers(), Duration.ofNanos(System.nanoTime()));
    }

    Usage since(Usage before) {
        return new Usage(cpu.minus(before.cpu), compilers.minus(before.compilers), wall.minus(before.wall));
    }

    Usage plus(Usage other) {
        return new Usage(cpu.plus(other.cpu), compilers.plus(other.compilers), wall.plus(other.wall));
    }

    /** The compilers' part of all of it, from 0 to 1. */
    double compilersShare() {
        return cpu.isZero() ? 0 : (double) compilers.toNanos() / cpu.toNanos();
    }

    /** Divided by so many operations. */
    Load.Measured per(long operations) {
        return new Load.Measured(
                operations,
                cpu.toNanos() / 1e6 / operations,
                compilers.toNanos() / 1e6 / operations,
                operations / (wall.toNanos() / 1e9));
    }
}
