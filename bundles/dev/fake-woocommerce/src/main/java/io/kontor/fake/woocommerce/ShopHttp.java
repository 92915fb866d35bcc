package io.kontor.fake.woocommerce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** The listeners. Between a request and its answer stand the faults; the control API is spared them. */
final class ShopHttp implements AutoCloseable {
    static {
        // Without it every answer on a kept-alive connection waits for a delayed acknowledgement, 40 ms on Linux.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final System.Logger LOG = System.getLogger(ShopHttp.class.getName());
    private static final int REMEMBERED = 10_000;
    private static final String FIREWALL =
            "<html><head><title>Error</title></head><body>Please try again.</body></html>";
    private final HttpServer plain;
    private final Optional<HttpServer> encrypted;
    private final Faults faults;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> Deliveries.daemon(task, "fake-woocommerce-http"));
    private final Deque<RequestRecord> log = new ArrayDeque<>();

    ShopHttp(ShopConfig config, Faults faults) throws IOException {
        this.faults = faults;
        this.plain = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        this.encrypted = config.tls().isPresent()
                ? Optional.of(encrypted(config.host(), config.tls().get()))
                : Optional.empty();
    }

    private static HttpServer encrypted(String host, ShopConfig.Tls tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(host, tls.port()), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Tls.serving(tls, host)));
        return server;
    }

    int port() {
        return plain.getAddress().getPort();
    }

    Optional<Integer> tlsPort() {
        return encrypted.map(server -> server.getAddress().getPort());
    }

    /**
     * Starts to listen.
     *
     * @param routes what answers
     * @param spared requests that no fault hits
     * @param shift what happens when a page shifts
     */
    void start(Function<Request, Answer> routes, Predicate<Request> spared, Runnable shift) {
        listen(plain, false, routes, spared, shift);
        encrypted.ifPresent(server -> listen(server, true, routes, spared, shift));
    }

    private void listen(
            HttpServer server,
            boolean tls,
            Function<Request, Answer> routes,
            Predicate<Request> spared,
            Runnable shift) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                Request request = Request.of(exchange, tls);
                List<FaultRule> hits = spared.test(request) ? List.of() : faults.ofRequest(request.path());
                handle(exchange, request, hits, routes, shift);
            } catch (RestError e) {
                write(exchange, Answer.json(e.status(), e.body()), false);
            }
        });
        server.start();
    }

    private void handle(
            HttpExchange exchange,
            Request request,
            List<FaultRule> hits,
            Function<Request, Answer> routes,
            Runnable shift)
            throws IOException {
        Optional<Answer> refusal = Optional.empty();
        boolean truncated = false;
        for (FaultRule rule : hits) {
            switch (rule.kind()) {
                case LATENCY -> Pause.of(rule.delay());
                case STATUS, RATE_LIMIT -> refusal = Optional.of(refusal(rule));
                case TRUNCATED -> truncated = true;
                case RESET -> {
                    remember(exchange, request, 0);
                    return;
                }
                case PAGING_SHIFT -> shiftPages(request, shift);
                default -> {} // the others concern the body below
            }
        }
        Answer answer = refusal.orElseGet(() -> prefixed(answer(request, routes), hits));
        remember(exchange, request, answer.status());
        write(exchange, answer, truncated);
    }

    private static void shiftPages(Request request, Runnable shift) {
        if (request.is("GET") && request.path().endsWith("/orders")) {
            shift.run();
        }
    }

    private static Answer refusal(FaultRule rule) {
        Answer answer = Answer.html(rule.status(), FIREWALL);
        return rule.retryAfter()
                .map(wait -> answer.with("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))))
                .orElse(answer);
    }

    private static Answer answer(Request request, Function<Request, Answer> routes) {
        try {
            return routes.apply(request);
        } catch (RestError e) {
            return Answer.json(e.status(), e.body());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the fake itself failed at " + request.method() + " " + request.path(), e);
            RestError own = new RestError(500, "internal_server_error", "There has been a critical error.", e);
            return Answer.json(500, own.body());
        }
    }

    private static Answer prefixed(Answer answer, List<FaultRule> hits) {
        Answer result = answer;
        for (FaultRule rule : hits) {
            result = switch (rule.kind()) {
                case HTML_BEFORE -> result.after("<div class=\"notice\">Update <b>available</b></div>\n");
                case BOM_BEFORE -> result.after("\uFEFF");
                case PHP_WARNING ->
                    result.after("<br />\n<b>Warning</b>:  Undefined array key \"total\" in"
                            + " <b>/srv/shop/plugin.php</b> on line <b>7</b><br />\n");
                default -> result;
            };
        }
        return result;
    }

    private static void write(HttpExchange exchange, Answer answer, boolean truncated) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("X-Robots-Tag", "noindex");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-cache, must-revalidate, max-age=0, no-store, private");
        answer.headers().forEach(headers::set);
        byte[] body = answer.body();
        boolean head = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 || head ? -1 : body.length);
        if (body.length > 0 && !head) {
            exchange.getResponseBody().write(body, 0, truncated ? body.length / 2 : body.length);
        }
    }

    private synchronized void remember(HttpExchange exchange, Request request, int status) {
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String query = raw.replaceAll("(^|&)(oauth|consumer)_[^&]*", "").replaceFirst("^&", "");
        log.addLast(new RequestRecord(request.method(), request.path(), query, status));
        if (log.size() > REMEMBERED) {
            log.removeFirst();
        }
    }

    synchronized List<RequestRecord> log() {
        return new ArrayList<>(log);
    }

    @Override
    public void close() {
        plain.stop(0);
        encrypted.ifPresent(server -> server.stop(0));
        threads.shutdownNow();
    }
}
