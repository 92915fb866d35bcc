package io.kontor.it.modules;

import io.kontor.it.client.GrantedTime;
import java.time.Duration;

/**
 * One request of an {@link OpenLoop} and what came of it.
 *
 * @param module whose it was
 * @param about method and path
 * @param due when it should have been sent, of {@link System#nanoTime}
 * @param ended when the answer was there, of the same clock
 * @param latency between the two, in {@link GrantedTime}
 * @param status {@link #RIGHT}, or what came instead; 0 if there was no answer
 * @param body of a wrong answer
 */
record Shot(String module, String about, long due, long ended, Duration latency, int status, String body) {
    static final int RIGHT = -1;

    boolean failed() {
        return status != RIGHT;
    }

    @Override
    public String toString() {
        return about + " -> " + (failed() ? status + " " + body : "as expected") + " after " + latency;
    }
}
