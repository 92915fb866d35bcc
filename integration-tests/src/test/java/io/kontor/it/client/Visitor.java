package io.kontor.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody who talks to the product.
 *
 * @param host where to, such as {@code http://127.0.0.1:8080}
 * @param credentials the headers that say who it is; none for a stranger
 */
public record Visitor(String host, Map<String, String> credentials) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    /** By a clock that nobody sets: the client's own timeout goes by the time of day. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String COOKIE = "Cookie";

    public static Visitor stranger(String host) {
        return new Visitor(host, Map.of());
    }

    /** Whoever has the session that an answer opened, with the header that its page sends. */
    public static Visitor ofSession(String host, Answer opened) {
        String cookie = opened.header("Set-Cookie").orElseThrow(() -> new AssertionError(opened.toString()));
        Visitor visitor = new Visitor(host, Map.of(COOKIE, cookie.substring(0, cookie.indexOf(';'))));
        JsonNode session =
                visitor.send(Call.get("/api/access/session")).expect(200).json();
        Map<String, String> credentials = new HashMap<>(visitor.credentials());
        credentials.put("X-CSRF-Token", session.get("csrfToken").asText());
        return new Visitor(host, credentials);
    }

    public static Visitor ofToken(String host, String token) {
        return new Visitor(host, Map.of("Authorization", "Bearer " + token));
    }

    /** The same credentials at another host. */
    public Visitor at(String other) {
        return new Visitor(other, credentials);
    }

    /** As a page of another site could send it: with the browser's cookie, without the header. */
    public Visitor fromForeignPage() {
        return new Visitor(host, Map.of(COOKIE, credentials.get(COOKIE)));
    }

    public Answer send(Call call) {
        return send(call, call.body().isPresent() ? BodyPublishers.ofByteArray(call.bytes()) : BodyPublishers.noBody());
    }

    /** With a body that need not be text. */
    public Answer send(Call call, byte[] body) {
        return send(call, BodyPublishers.ofByteArray(body));
    }

    private Answer send(Call call, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(host + call.path())).method(call.method(), body);
        credentials.forEach(request::header);
        call.headers().forEach(request::header);
        try {
            return new Answer(HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new UncheckedIOException(call.method() + " " + call.path(), asIo(e.getCause()));
        } catch (TimeoutException e) {
            throw new UncheckedIOException(call.method() + " " + call.path(), new IOException("No answer", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static IOException asIo(Throwable cause) {
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
