package io.kontor.it.bench;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A fixed piece of work that has nothing to do with Kontor: what a machine needs for it says how fast the machine was
 * during a run, so figures of different runs can be compared.
 */
final class ReferenceLoop {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 1024;

    private ReferenceLoop() {}

    /** CPU milliseconds for the SHA-256 of 64 MiB, best of five. */
    static double milliseconds() {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            best = Math.min(best, once());
        }
        return best;
    }

    private static double once() {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (int i = 0; i < BLOCKS; i++) {
                block.clear();
                digest.update(block);
            }
            if (digest.digest().length != 32) {
                throw new IllegalStateException("SHA-256 has 32 bytes");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }
}
