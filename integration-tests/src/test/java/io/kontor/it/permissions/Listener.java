package io.kontor.it.permissions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.it.client.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser with an open event stream; closing it cuts the connection. */
final class Listener implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 30;

    /**
     * One event of the stream.
     *
     * @param id its position
     * @param data a hint, or an empty object with a reset
     */
    record Heard(String event, long id, JsonNode data) {

        boolean reset() {
            return event.equals("reset");
        }

        String type() {
            return data.path("type").asText();
        }

        String subject() {
            return data.path("id").asText();
        }

        boolean about(String id) {
            return subject().equals(id);
        }
    }

    private final InputStream stream;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private Listener(InputStream stream) {
        this.stream = stream;
        Thread reader = new Thread(this::read, "listener");
        reader.setDaemon(true);
        reader.start();
    }

    static Listener at(Visitor visitor, String path) throws IOException, InterruptedException {
        return open(visitor, path, Map.of());
    }

    /** As a browser comes back by itself. */
    static Listener after(Visitor visitor, Object lastEventId) throws IOException, InterruptedException {
        return open(visitor, "/api/events", Map.of("Last-Event-ID", lastEventId.toString()));
    }

    private static Listener open(Visitor visitor, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(visitor.host() + path));
        visitor.credentials().forEach(request::header);
        headers.forEach(request::header);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream",
                answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
        return new Listener(answer.body());
    }

    /** The next event; comments and the advice when to retry are none. */
    Heard next() throws InterruptedException {
        Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was heard within " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    /** What is heard until something about this record, which is the last. */
    List<Heard> until(String subject) throws InterruptedException {
        List<Heard> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!all.get(all.size() - 1).about(subject));
        return all;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String event = "";
            long id = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring("id: ".length()));
                } else if (line.startsWith("data: ")) {
                    heard.add(new Heard(event, id, JSON.readTree(line.substring("data: ".length()))));
                    event = "";
                }
            }
        } catch (IOException e) {
            // The test has cut the connection; had it been the product, the next event would be missed.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
