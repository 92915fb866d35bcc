package io.kontor.connector.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.connector.ShopAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static ShopAnswer read(String text) throws IOException {
        return new AnswerReader(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                        100,
                        Duration.ofSeconds(5))
                .read();
    }

    @Test
    void aBodyOfKnownLengthIsRead() throws IOException {
        ShopAnswer answer = read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-WP-Total: 7\r\n\r\nabcdef");
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, answer.body());
        assertEquals("7", answer.header("X-WP-Total").orElseThrow());
    }

    @Test
    void chunksAreJoined() throws IOException {
        ShopAnswer answer =
                read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");
        assertEquals("abcde", new String(answer.body(), StandardCharsets.US_ASCII));
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnectionAndInterimAnswersAreSkipped() throws IOException {
        ShopAnswer answer = read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\ngone");
        assertEquals(404, answer.status());
        assertEquals("gone", new String(answer.body(), StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Len",
                "SSH-2.0-OpenSSH\r\n\r\n",
                ""
            })
    void whatIsCutOffOrNoHttpIsAnError(String text) {
        assertThrows(IOException.class, () -> read(text));
    }

    @Test
    void aBodyOverTheLimitIsAnError() {
        String large = "x".repeat(200);
        assertThrows(IOException.class, () -> read("HTTP/1.1 200 OK\r\n\r\n" + large));
    }
}
