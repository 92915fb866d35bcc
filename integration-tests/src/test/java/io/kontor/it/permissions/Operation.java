package io.kontor.it.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An operation that the product has open.
 *
 * @param path the template, such as {@code /api/order/orders/{id}}
 * @param permission empty where every colleague, or everybody, may call
 */
record Operation(String method, String path, Access access, Optional<String> permission) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    enum Access {
        PUBLIC,
        LOGGED_IN,
        PERMISSION
    }

    static Operation of(JsonNode json) {
        return new Operation(
                json.get("method").asText(),
                json.get("path").asText(),
                Access.valueOf(json.get("access").asText()),
                Optional.ofNullable(json.get("permission")).map(JsonNode::asText));
    }

    boolean writes() {
        return !READING.contains(method);
    }

    /** As the interface's description says it. */
    String rule() {
        return permission.orElseGet(() -> access.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Method and template, the name under which it is reviewed and sampled. */
    String name() {
        return method + " " + path;
    }
}
