package io.kontor.it.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether processes are warm: the compilers have used next to nothing of their CPU in the last seconds. */
final class Warmth {

    /** How often to ask. */
    static final Duration PERIOD = Duration.ofMillis(500);

    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final double SHARE = 0.03;

    private final ProcessCpu cpu;
    private final Duration atMost;
    private final Usage begin;
    private final Deque<Usage> window = new ArrayDeque<>();

    /** @param atMost how long to wait for it; after that the processes count as warm whatever they are */
    Warmth(ProcessCpu cpu, Duration atMost) {
        this.cpu = cpu;
        this.atMost = atMost;
        this.begin = Usage.now(cpu);
        window.add(begin);
    }

    boolean reached() {
        Usage now = Usage.now(cpu);
        if (now.since(begin).wall().compareTo(atMost) >= 0) {
            return true;
        }
        window.add(now);
        Usage latest = now.since(window.getFirst());
        boolean whole = latest.wall().compareTo(WINDOW) >= 0;
        if (whole) {
            window.removeFirst();
        }
        return whole && latest.compilersShare() < SHARE;
    }
}
