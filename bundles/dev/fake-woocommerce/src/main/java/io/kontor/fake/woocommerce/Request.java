package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * One request.
 *
 * @param secure whether WordPress believes that it came over HTTPS
 * @param authorization the header, or empty
 */
record Request(String method, String path, Query query, boolean secure, Optional<String> authorization, byte[] body) {
    static Request of(HttpExchange exchange, boolean tls) throws IOException {
        String forwarded = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Forwarded-Proto"))
                .orElse("");
        return new Request(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                exchange.getRequestURI().getPath(),
                new Query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())),
                tls || "https".equalsIgnoreCase(forwarded),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                exchange.getRequestBody().readAllBytes());
    }

    JsonNode json() {
        return Json.read(body);
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    /** PUT, PATCH and POST all edit. */
    boolean edits() {
        return is("PUT") || is("PATCH") || is("POST");
    }
}
