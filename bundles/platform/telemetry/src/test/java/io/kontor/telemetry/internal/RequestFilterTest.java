package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

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
        assertTrue(answers.endsWith("donedone"), answers);
    }

    /** Both at once, as a client does that has the first answer before it knows that the connection ends. */
    private String send(String first, String second) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            String requests = "GET " + first + " HTTP/1.1\r\nHost: kontor\r\n\r\n" + "GET " + second
                    + " HTTP/1.1\r\nHost: kontor\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Sends half of an answer, which says that the connection stays, before the doors close. */
    private final class Recorder extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            begun.add(request.getRequestURI());
            response.setContentLength(8);
            response.getOutputStream().print("done");
            response.flushBuffer();
            if (request.getRequestURI().equals("/close-the-doors")) {
                traffic.close();
            }
            response.getOutputStream().print("done");
        }
    }
}
