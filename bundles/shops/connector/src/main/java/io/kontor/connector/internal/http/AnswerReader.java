package io.kontor.connector.internal.http;

import io.kontor.connector.ShopAnswer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an HTTP/1.1 answer, never more than is reasonable and never for longer. */
final class AnswerReader {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    private final InputStream in;
    private final int maxBytes;
    private final Duration patience;
    private final long end;

    AnswerReader(InputStream in, int maxBytes, Duration patience) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    ShopAnswer read() throws IOException {
        int status;
        Map<String, String> headers;
        do {
            status = status(line());
            headers = headers();
        } while (status >= 100 && status < 200);
        return new ShopAnswer(status, headers, status == 204 || status == 304 ? new byte[0] : body(headers));
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(parts[1]);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            if (headers.size() > MOST_HEADERS) {
                throw new IOException("the answer has too many headers");
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (length == null) {
            copy(body, Long.MAX_VALUE, false);
        } else if (length.matches("\\d{1,18}")) {
            copy(body, Long.parseLong(length), true);
        } else {
            throw new IOException("the answer's length is no number");
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            copy(body, size, true);
            line();
        }
        return body.toByteArray();
    }

    private long chunkSize() throws IOException {
        String size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("the answer's chunks cannot be read");
        }
        return Long.parseLong(size, 16);
    }

    private void copy(ByteArrayOutputStream body, long count, boolean exact) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = count;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                if (exact) {
                    throw new EOFException("the answer was cut off");
                }
                return;
            }
            left -= read;
            if (body.size() + read > maxBytes) {
                throw new IOException("the answer is larger than " + maxBytes + " bytes");
            }
            body.write(buffer, 0, read);
            checkTime();
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer was cut off");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("the answer has a line that is too long");
            }
            line.write(c);
        }
        checkTime();
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private void checkTime() throws IOException {
        if (System.nanoTime() > end) {
            throw new SocketTimeoutException("the answer took longer than " + patience.toSeconds() + " s");
        }
    }
}
