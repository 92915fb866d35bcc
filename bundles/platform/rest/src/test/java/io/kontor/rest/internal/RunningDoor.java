package io.kontor.rest.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.kernel.internal.ThreadWorkspaceContext;
import io.kontor.rest.Caller;
import io.kontor.rest.Hint;
import io.kontor.rest.HintAudience;
import io.kontor.rest.RestError;
import io.kontor.testkit.database.DirectTransactions;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The door as it stands in the product, on a port of its own, with everything behind it played by hand. */
final class RunningDoor {

    static final WorkspaceId WORKSPACE = new WorkspaceId("main");

    /** How long a request waits for its module. */
    volatile long holdMilliseconds = 300;

    final Endpoints endpoints;
    final FakeGate gate = new FakeGate();
    final List<ObjectNode> documents = new ArrayList<>();
    final FakeTail tail = new FakeTail();
    final HintStreams streams;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    RunningDoor() throws Exception {
        WorkspaceContext workspaces = new ThreadWorkspaceContext();
        ActorContext actors = new ThreadActorContext();
        RestSettings settings = new Settings();
        Idempotency idempotency = new Idempotency(new MemoryAnswers(), new DirectTransactions(), workspaces, actors);
        endpoints = new Endpoints(gate, idempotency, settings);
        Door door = new Door(new OneHost(), workspaces, actors, () -> UUID.randomUUID(), gate, settings);
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler();
        ServletHolder api = new ServletHolder(new ApiServlet(door, endpoints));
        api.setAsyncSupported(true);
        handler.addServlet(api, "/api/*");
        handler.addServlet(
                new ServletHolder(new ApiDocumentServlet(door, endpoints, () -> documents)), "/api/openapi.json");
        streams = new HintStreams(tail, new Everybody(), workspaces, settings);
        ServletHolder events = new ServletHolder(new EventStreamServlet(door, streams, new Everybody(), workspaces));
        events.setAsyncSupported(true);
        handler.addServlet(events, "/api/events");
        server.setHandler(handler);
        server.start();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + connector.getLocalPort() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    int port() {
        return connector.getLocalPort();
    }

    void close() throws Exception {
        streams.stop();
        server.stop();
        endpoints.stop();
    }

    private static final class Everybody implements HintAudience {

        @Override
        public void admit(Caller caller) {
            // Everybody may listen.
        }

        @Override
        public boolean mayHear(Caller caller, Hint hint) {
            return true;
        }

        @Override
        public boolean stillKnown(Caller caller) {
            return true;
        }
    }

    private static final class MemoryAnswers implements Answers {

        private record Stored(Intent intent, Answer answer) {}

        private final Map<String, Stored> stored = new ConcurrentHashMap<>();

        @Override
        public Optional<Answer> find(Intent intent) {
            return Optional.ofNullable(stored.get(intent.name())).map(found -> {
                if (!HexFormat.of()
                        .formatHex(found.intent().request())
                        .equals(HexFormat.of().formatHex(intent.request()))) {
                    throw new KontorException(RestError.IDEMPOTENCY_MISMATCH);
                }
                if (intent.secret()) {
                    throw new KontorException(RestError.ALREADY_DONE);
                }
                return found.answer();
            });
        }

        @Override
        public Answer keep(Intent intent, Answer answer) {
            stored.put(intent.name(), new Stored(intent, answer));
            return answer;
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }

    private static final class OneHost implements WorkspaceDirectory {

        @Override
        public Set<WorkspaceId> all() {
            return Set.of(WORKSPACE);
        }

        @Override
        public Optional<WorkspaceId> byHost(String host) {
            return host.equals("localhost") ? Optional.of(WORKSPACE) : Optional.empty();
        }

        @Override
        public Set<String> hosts(WorkspaceId owner) {
            return Set.of("localhost");
        }
    }

    private final class Settings implements RestSettings {

        @Override
        public int max_body_bytes() {
            return 10_000;
        }

        @Override
        public boolean behind_proxy() {
            return false;
        }

        @Override
        public long hold_milliseconds() {
            return holdMilliseconds;
        }

        @Override
        public int held_requests() {
            return 200;
        }

        @Override
        public int requests_per_module() {
            return 30;
        }

        @Override
        public long heartbeat_milliseconds() {
            return 100;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RestSettings.class;
        }
    }
}
