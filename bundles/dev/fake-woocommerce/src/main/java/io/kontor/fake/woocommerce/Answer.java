package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer with its headers. */
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=UTF-8";

    static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Json.bytes(body), new LinkedHashMap<>());
    }

    static Answer json(JsonNode body) {
        return json(200, body);
    }

    static Answer json(byte[] body) {
        return new Answer(200, JSON, body, new LinkedHashMap<>());
    }

    static Answer html(int status, String body) {
        return new Answer(
                status, "text/html; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8), new LinkedHashMap<>());
    }

    static Answer redirect(String location) {
        return html(302, "").with("Location", location);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }

    /** The same with something in front of the body that does not belong there. */
    Answer after(String prefix) {
        byte[] first = prefix.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[first.length + body.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(body, 0, both, first.length, body.length);
        return new Answer(status, type, both, headers);
    }
}
