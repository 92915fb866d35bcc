package io.kontor.fake.woocommerce;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes deliveries and answers them with one status. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Delivery> got = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /** One request with its raw body. */
    record Delivery(Map<String, List<String>> headers, byte[] body) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst();
        }

        boolean ping() {
            return header("X-WC-Webhook-Topic").isEmpty();
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            got.add(new Delivery(
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answer(int newStatus) {
        status = newStatus;
    }

    List<Delivery> all() {
        return got;
    }

    List<Delivery> events() {
        return got.stream().filter(delivery -> !delivery.ping()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
