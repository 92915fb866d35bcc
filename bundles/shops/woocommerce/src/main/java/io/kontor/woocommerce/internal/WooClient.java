package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAnswer;
import io.kontor.connector.ShopHttp;
import io.kontor.connector.ShopRequest;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The REST API v3 of one shop. Keys go as Basic over HTTPS and as an OAuth 1.0a signature over plain HTTP; a host that
 * drops the Authorization header gets the signature too, since keys in a query would end in its log.
 */
final class WooClient {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String API = "/wp-json/wc/v3/";
    /** The shop takes signatures of the last fifteen minutes; its clock may differ from ours. */
    private static final Duration SIGNATURE_LASTS = Duration.ofMinutes(5);

    private static final int ATTEMPTS = 4;

    private final WooConfig config;
    private final String key;
    private final String secret;
    private final ShopHttp http;
    private final WooJson json;
    private final Clock clock;
    private boolean signing;

    WooClient(WooConfig config, String key, String secret, ShopHttp http, WooJson json, Clock clock) {
        this.config = config;
        this.key = key;
        this.secret = secret;
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.signing = !config.encrypted();
    }

    /**
     * What the shop answered.
     *
     * @param total the number of records of the whole list, where it is one
     * @param at the shop's clock
     */
    record Document(JsonNode body, Optional<Long> total, Optional<Instant> at) {}

    /** A list or a record that must be there. */
    Document get(String path, List<OAuth1.Parameter> parameters) {
        return find(path, parameters)
                .orElseThrow(() -> new KontorException(
                        ConnectorError.ANSWER_UNREADABLE,
                        Map.of(
                                "reason",
                                Reason.of(
                                        "woocommerce.no-api",
                                        "there is no WooCommerce REST API at this address (404)"))));
    }

    /** A record that may be gone. */
    Optional<Document> find(String path, List<OAuth1.Parameter> parameters) {
        return call("GET", API + path, parameters, Optional.empty());
    }

    Document send(String method, String path, JsonNode body) {
        return call(method, API + path, List.of(), Optional.of(body))
                .orElseThrow(() -> new KontorException(
                        ConnectorError.SHOP_FAILED, Map.of("status", 404, "reason", "it does not know " + path)));
    }

    void delete(String path) {
        call("DELETE", API + path, List.of(new OAuth1.Parameter("force", "true")), Optional.empty());
    }

    /** The index of the site, which is open to everybody. */
    Optional<Document> index() {
        return call("GET", "/wp-json/", List.of(), Optional.empty());
    }

    private Optional<Document> call(
            String method, String path, List<OAuth1.Parameter> parameters, Optional<JsonNode> body) {
        ShopAnswer answer = fresh(method, path, parameters, body);
        if (answer.status() == 401 && !signing) {
            answer = signedInstead(method, path, parameters, body, answer);
        }
        return document(answer);
    }

    /** A signature that became old on the way, because the machine slept or its clock was set, is made anew. */
    private ShopAnswer fresh(String method, String path, List<OAuth1.Parameter> parameters, Optional<JsonNode> body) {
        for (int attempt = 1; ; attempt++) {
            Instant signedAt = clock.instant();
            ShopAnswer answer = http.send(request(method, path, parameters, body));
            Duration underWay = Duration.between(signedAt, clock.instant()).abs();
            boolean old = signing && answer.status() == 401 && underWay.compareTo(SIGNATURE_LASTS) > 0;
            if (!old || attempt == ATTEMPTS) {
                return answer;
            }
        }
    }

    private ShopAnswer signedInstead(
            String method,
            String path,
            List<OAuth1.Parameter> parameters,
            Optional<JsonNode> body,
            ShopAnswer refused) {
        signing = true;
        ShopAnswer answer = http.send(request(method, path, parameters, body));
        if (answer.status() == 401) {
            signing = false;
            return refused;
        }
        return answer;
    }

    private ShopRequest request(
            String method, String path, List<OAuth1.Parameter> parameters, Optional<JsonNode> body) {
        URI address = URI.create(config.home() + path);
        Map<String, String> headers = new java.util.HashMap<>(Map.of("Accept", "application/json"));
        body.ifPresent(content -> headers.put("Content-Type", "application/json; charset=utf-8"));
        String query;
        if (signing) {
            query = new OAuth1(key, secret).sign(method, address, parameters, nonce(), clock.instant());
        } else {
            headers.put(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(WooMapper.utf8(key + ":" + secret)));
            query = OAuth1.query(parameters);
        }
        URI complete = query.isEmpty() ? address : URI.create(address + "?" + query);
        return new ShopRequest(method, complete, headers, body.map(json::write).orElseGet(() -> new byte[0]));
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Optional<Document> document(ShopAnswer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            throw new KontorException(
                    ConnectorError.REDIRECTED,
                    Map.of(
                            "location",
                            answer.header("location").map(WooClient::origin).orElse("another address")));
        }
        if (status == 401 || status == 403) {
            throw new KontorException(ConnectorError.KEYS_REFUSED, Map.of("status", status, "reason", message(answer)));
        }
        if (status == 404 || status == 410) {
            return Optional.empty();
        }
        if (status >= 400) {
            throw new KontorException(ConnectorError.SHOP_FAILED, Map.of("status", status, "reason", message(answer)));
        }
        try {
            return Optional.of(new Document(json.read(answer.body()), total(answer), date(answer)));
        } catch (Unreadable e) {
            throw new KontorException(ConnectorError.ANSWER_UNREADABLE, Map.of("reason", e.getMessage()), e);
        }
    }

    /** The shop's own words, without the full stop, for they stand inside a sentence; never its HTML. */
    private String message(ShopAnswer answer) {
        try {
            return new WooFields(json.read(answer.body()), config.zone())
                    .words("message")
                    .map(words -> words.replaceAll("[.\\s]+$", ""))
                    .orElse("it does not say why");
        } catch (Unreadable e) {
            return "it does not say why";
        }
    }

    private static String origin(String location) {
        int query = location.indexOf('?');
        String address = query < 0 ? location : location.substring(0, query);
        int api = address.indexOf("/wp-json");
        return api < 0 ? address : address.substring(0, api);
    }

    private static Optional<Long> total(ShopAnswer answer) {
        return answer.header("x-wp-total")
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }

    private static Optional<Instant> date(ShopAnswer answer) {
        return answer.header("date").flatMap(text -> {
            try {
                return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    static List<OAuth1.Parameter> parameters(String... namesAndValues) {
        List<OAuth1.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new OAuth1.Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return parameters;
    }
}
