package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The event stream over real connections, which end in every way that connections end. */
@Timeout(60)
class EventStreamServletTest {

    private static final int SMALL_BUFFER = 2048;
    private static final long PAUSE_NANOSECONDS = 50_000;

    private RunningDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new RunningDoor();
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void aBrowserThatClosesItsConnectionIsGivenUp() throws Exception {
        try (Browser browser = browser("")) {
            assertEquals("retry: 2000", browser.line("retry"));
            awaitStreams(1);
        }
        awaitStreams(0);
        assertEquals(0, door.tail.listeners());
    }

    @Test
    void aConnectionThatBreaksIsGivenUp() throws Exception {
        try (Browser browser = browser("")) {
            assertEquals("retry: 2000", browser.line("retry"));
            awaitStreams(1);
            browser.socket().setSoLinger(true, 0); // closing it now is no farewell but a reset
        }
        awaitStreams(0);
    }

    @Test
    void aBrowserThatStoppedReadingIsGivenUp() throws Exception {
        try (Browser browser = browser("")) {
            awaitStreams(1);
            String much = "much-to-tell-".repeat(80);
            while (door.streams.size() > 0) {
                door.streams.tell(much);
                LockSupport.parkNanos(PAUSE_NANOSECONDS);
            }
            assertTrue(browser.socket().isConnected(), "it was there all the time");
        }
    }

    @Test
    void whoComesBackAfterItsPositionWasRemovedIsToldToFetchEverything() throws Exception {
        door.tail.startAt(40);
        door.tail.keepsFrom(30);
        try (Browser browser = browser("Last-Event-ID: 12\r\n")) {
            assertEquals("event: reset", browser.line("event"));
            assertEquals("id: 40", browser.line("id"));
        }
    }

    @Test
    void aPositionThatIsNoNumberMeansToFetchEverything() throws Exception {
        door.tail.startAt(40);
        try (Browser browser = browser("Last-Event-ID: yesterday\r\n")) {
            assertEquals("event: reset", browser.line("event"));
        }
    }

    /** The far end of a stream. */
    private record Browser(Socket socket, BufferedReader reader) implements AutoCloseable {

        /** The next line of the stream that begins so. */
        String line(String beginning) throws IOException {
            String line = reader.readLine();
            while (line != null && !line.startsWith(beginning + ":")) {
                line = reader.readLine();
            }
            return line == null ? "the stream ended" : line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Browser browser(String header) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
        socket.getOutputStream()
                .write(("GET /api/events HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new Browser(
                socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    private void awaitStreams(int count) throws InterruptedException {
        while (door.streams.size() != count) {
            Thread.sleep(10);
        }
    }
}
