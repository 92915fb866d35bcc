package io.kontor.access.internal.link;

import java.time.Duration;
import java.util.Optional;

/** What a one-time link is for. */
public enum LinkKind {
    SETUP("/setup", Optional.empty()),
    INVITATION("/invitation", Optional.of(Duration.ofDays(7))),
    PASSWORD_RESET("/reset", Optional.of(Duration.ofHours(1)));

    private final String page;
    private final Optional<Duration> valid;

    LinkKind(String page, Optional<Duration> valid) {
        this.page = page;
        this.valid = valid;
    }

    String page() {
        return page;
    }

    /** Whether it is sent by mail; a set-up link is only printed. */
    boolean mailed() {
        return this != SETUP;
    }

    /** How long it counts; empty for until it is used or replaced. */
    Optional<Duration> valid() {
        return valid;
    }
}
