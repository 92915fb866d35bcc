package io.kontor.modules.internal.engine;

import io.kontor.modules.internal.ModulesConfig;
import java.time.Duration;

/** How long things may take: one bundle to start or stop, a module until it is ready, requests in flight to end. */
record Limits(Duration start, Duration ready, Duration drain) {

    static Limits of(ModulesConfig config) {
        return new Limits(
                Duration.ofSeconds(config.startSeconds()),
                Duration.ofSeconds(config.readySeconds()),
                Duration.ofSeconds(config.drainSeconds()));
    }
}
