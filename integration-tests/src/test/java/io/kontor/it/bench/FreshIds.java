package io.kontor.it.bench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that grow with time as the product's own do (RFC 9562, version 7), so that they land in an index alike. */
final class FreshIds {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private FreshIds() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | VERSION | random.nextInt(0x1000), random.nextLong() >>> 2 | VARIANT);
    }
}
