package io.kontor.pipeline.internal;

import java.util.Optional;

/**
 * Places of deals within a stage: whole numbers with wide gaps, so that a card put between two others changes only its
 * own row.
 */
final class Positions {
    /** 2³² leaves room for 32 halvings of one gap, and for 2³¹ new cards on top. */
    static final long GAP = 1L << 32;

    private Positions() {}

    static long onTopOf(Optional<Long> top) {
        return top.map(position -> position - GAP).orElse(0L);
    }

    static long under(Optional<Long> bottom) {
        return bottom.map(position -> position + GAP).orElse(0L);
    }

    /** A place between two others; empty if the gap is used up. */
    static Optional<Long> between(long upper, long lower) {
        return lower - upper < 2 ? Optional.empty() : Optional.of(upper + (lower - upper) / 2);
    }
}
