package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestFilterTest {

    private final Traffic traffic = new Traffic();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstBegun = new CountDownLatch(1);
    private final CountDownLatch secondSent = new CountDownLatch(1);
    private final Server server = new Server();
    private final ClosingConnector connector = new ClosingConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(new FilterHolder(new RequestFilter(traffic)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Recorder()), "/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void twoRequestsOfOneConnectionAreAnswered() throws IOException {
        String answers = send("/first", "/second");
        assertEquals(List.of("/first", "/second"), begun);
        assertEquals(3, answers.split("HTTP/1.1 200", -1).length, answers);
    }

    @Test
    void aRequestWhoseAnswerCouldNotBeSentAnyMoreIsNotBegun() throws IOException {
        String answers = send("/close-the-doors", "/second");
        assertEquals(List.of("/close-the-doors"), begun);
        assertTrue(answers.endsWith("done"), answers);
    }

    /** The second reaches the server before the first answer ends, as from a client that is quicker than the server. */
    private String send(String first, String second) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.getOutputStream().write(get(first, "keep-alive"));
            await(firstBegun);
            socket.getOutputStream().write(get(second, "close"));
            secondSent.countDown();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static byte[] get(String path, String connection) {
        return "GET %s HTTP/1.1\r\nHost: kontor\r\nConnection: %s\r\n\r\n"
                .formatted(path, connection)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private final class Recorder extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            begun.add(request.getRequestURI());
            firstBegun.countDown();
            await(secondSent);
            connector.closes = request.getRequestURI().equals("/close-the-doors");
            response.getOutputStream().print("done");
        }
    }

    /** Its doors can close while an answer is written whose head has just said that the connection stays. */
    private static final class ClosingConnector extends ServerConnector {

        private volatile boolean closes;
        private int asked;

        ClosingConnector(Server server) {
            super(server);
        }

        @Override
        public boolean isShutdown() {
            return super.isShutdown() || closes && asked++ > 0;
        }
    }
}
