package io.kontor.it.modules;

import java.time.Duration;

/**
 * One request of an {@link OpenLoop} and what came of it.
 *
 * @param module whose it was
 * @param about method and path
 * @param due when it should have been sent, of {@link System#nanoTime}
 * @param ended when the answer was there
 * @param status {@link #RIGHT}, or what came instead; 0 if there was no answer
 * @param body of a wrong answer
 */
record Shot(String module, String about, long due, long ended, int status, String body) {
    static final int RIGHT = -1;

    boolean failed() {
        return status != RIGHT;
    }

    Duration latency() {
        return Duration.ofNanos(ended - due);
    }

    @Override
    public String toString() {
        return about + " -> " + (failed() ? status + " " + body : "as expected") + " after " + latency();
    }
}
