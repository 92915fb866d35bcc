package io.kontor.webhooks.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies as they lie in the database: GZIP (RFC 1952), made for speed. */
final class Compression {

    private Compression() {}

    static byte[] shrink(byte[] plain) {
        ByteArrayOutputStream shrunk = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(shrunk) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return shrunk.toByteArray();
    }

    static byte[] restore(byte[] shrunk) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(shrunk))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The stored message is damaged", e);
        }
    }
}
