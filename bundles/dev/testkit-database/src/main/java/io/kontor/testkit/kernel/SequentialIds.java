package io.kontor.testkit.kernel;

import io.kontor.kernel.IdGenerator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Gives the same identifiers in every run: 00000000-0000-7000-8000-000000000001, …2, …3. */
public final class SequentialIds implements IdGenerator {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return of(last.incrementAndGet());
    }

    /** The identifier with this number, from 1. */
    public static UUID of(long number) {
        return new UUID(VERSION_7, VARIANT | number);
    }
}
