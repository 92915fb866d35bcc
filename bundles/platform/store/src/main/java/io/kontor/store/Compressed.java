package io.kontor.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Documents as they lie in the database: GZIP (RFC 1952), made for speed; JSON shrinks to about a quarter. */
public final class Compressed {

    private Compressed() {}

    public static byte[] of(byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(document.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException if these bytes are damaged */
    public static byte[] expand(byte[] compressed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A stored document is damaged", e);
        }
    }
}
