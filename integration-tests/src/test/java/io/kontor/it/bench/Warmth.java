package io.kontor.it.bench;

import java.time.Duration;

/**
 * Whether processes are warm: over the last seconds an operation has cost no less than over those before, and the
 * compilers have used next to nothing of the CPU.
 */
final class Warmth {

    /** How often to ask. */
    static final Duration PERIOD = Duration.ofMillis(500);

    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final double COMPILERS_SHARE = 0.03;
    private static final double NO_LESS = 0.98;

    private final ProcessCpu cpu;
    private final Duration atMost;
    private final Usage begin;
    private Usage windowBegin;
    private long doneBefore;
    private double costBefore = Double.MAX_VALUE;

    /** @param atMost how long to wait for it; after that the processes count as warm whatever they are */
    Warmth(ProcessCpu cpu, Duration atMost) {
        this.cpu = cpu;
        this.atMost = atMost;
        this.begin = Usage.now(cpu);
        this.windowBegin = begin;
    }

    /** @param done operations since this was made */
    boolean reached(long done) {
        Usage now = Usage.now(cpu);
        if (now.since(begin).wall().compareTo(atMost) >= 0) {
            return true;
        }
        Usage window = now.since(windowBegin);
        if (window.wall().compareTo(WINDOW) < 0 || done == doneBefore) {
            return false;
        }
        double cost = window.per(done - doneBefore).cpuMilliseconds();
        boolean warm = cost >= NO_LESS * costBefore && window.compilersShare() < COMPILERS_SHARE;
        windowBegin = now;
        doneBefore = done;
        costBefore = cost;
        return warm;
    }
}
