package io.kontor.it.client;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request, without the word who sends it.
 *
 * @param path with query, without host
 */
public record Call(String method, String path, Map<String, String> headers, Optional<String> body) {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String OCTETS = "application/octet-stream";

    public static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty());
    }

    public static Call get(String path) {
        return of("GET", path);
    }

    public static Call delete(String path) {
        return of("DELETE", path);
    }

    public static Call post(String path, String json) {
        return of("POST", path).json(json);
    }

    public static Call put(String path, String json) {
        return of("PUT", path).json(json);
    }

    /** A merge patch of the version that was read. */
    public static Call patch(String path, long version, String json) {
        return of("PATCH", path).with("If-Match", "\"" + version + "\"").body("application/merge-patch+json", json);
    }

    public Call json(String text) {
        return body("application/json", text);
    }

    public Call body(String mediaType, String text) {
        return new Call(method, path, headers, Optional.of(text)).with(CONTENT_TYPE, mediaType);
    }

    /** With a body that is no text. */
    public Call octets(byte[] content) {
        return body(OCTETS, new String(content, StandardCharsets.ISO_8859_1));
    }

    /** The body as it is sent. */
    byte[] bytes() {
        boolean text = !OCTETS.equals(headers.get(CONTENT_TYPE));
        return body.orElse("").getBytes(text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    public Call with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Call(method, path, all, body);
    }
}
