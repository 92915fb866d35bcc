package io.kontor.fake.woocommerce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may use the REST API: over HTTPS the keys by Basic or in the query, over plain HTTP nothing but a one-legged OAuth
 * 1.0a signature, as a live WooCommerce 11 does it.
 */
final class WooAuthentication {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final List<String> REQUIRED = List.of(
            "oauth_consumer_key", "oauth_timestamp", "oauth_nonce", "oauth_signature", "oauth_signature_method");
    private static final Map<String, String> HASHES = Map.of("HMAC-SHA1", "HmacSHA1", "HMAC-SHA256", "HmacSHA256");

    /** A pair of keys and whether it may {@code read}, {@code write} or {@code read_write}. */
    record Keys(long id, String key, String secret, String permissions) {}

    private final Map<String, Keys> keys = new HashMap<>();
    private final Map<String, Instant> nonces = new HashMap<>();
    private final ShopClock clock;
    private final String home;
    private final String secureHome;

    WooAuthentication(ShopClock clock, String home, String secureHome) {
        this.clock = clock;
        this.home = home;
        this.secureHome = secureHome;
    }

    synchronized Keys add(String key, String secret, String permissions) {
        Keys pair = new Keys(keys.size() + 1L, key, secret, permissions);
        keys.put(key, pair);
        return pair;
    }

    synchronized void revoke(String key) {
        keys.remove(key);
    }

    /** Throws what the shop would answer when nobody is let in. */
    synchronized void check(Request request) {
        Optional<Keys> found = request.secure() ? basic(request) : Optional.empty();
        if (found.isEmpty()) {
            found = oauth(request);
        }
        Keys user = found.orElseThrow(() -> nobody(request));
        String needed = request.is("GET") || request.is("HEAD") ? "read" : "write";
        if (!user.permissions().equals(needed) && !"read_write".equals(user.permissions())) {
            throw refused("The API key provided does not have " + needed + " permissions.");
        }
    }

    private static RestError nobody(Request request) {
        return switch (request.method()) {
            case "POST" ->
                new RestError(401, "woocommerce_rest_cannot_create", "Sorry, you are not allowed to create resources.");
            case "PUT", "PATCH" ->
                new RestError(401, "woocommerce_rest_cannot_edit", "Sorry, you are not allowed to edit this resource.");
            case "DELETE" ->
                new RestError(
                        401, "woocommerce_rest_cannot_delete", "Sorry, you are not allowed to delete this resource.");
            default -> new RestError(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.");
        };
    }

    private static RestError refused(String why) {
        return new RestError(401, "woocommerce_rest_authentication_error", why);
    }

    private Optional<Keys> basic(Request request) {
        String key = request.query().get("consumer_key", "");
        String secret = request.query().get("consumer_secret", "");
        if (key.isEmpty()) {
            String[] pair = credentials(request.authorization().orElse("")).split(":", 2);
            key = pair[0];
            secret = pair.length > 1 ? pair[1] : "";
        }
        Keys user = keys.get(key);
        if (user == null || secret.isEmpty()) {
            return Optional.empty();
        }
        if (!Signature.same(user.secret(), secret)) {
            throw refused("Consumer secret is invalid.");
        }
        return Optional.of(user);
    }

    private static String credentials(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RestError(401, "woocommerce_rest_authentication_error", "Malformed credentials.", e);
        }
    }

    private Optional<Keys> oauth(Request request) {
        List<String> missing = new ArrayList<>();
        REQUIRED.stream().filter(name -> request.query().get(name).isEmpty()).forEach(missing::add);
        if (missing.size() == REQUIRED.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new RestError(
                    401,
                    "woocommerce_rest_authentication_missing_parameter",
                    "Missing OAuth parameters " + String.join(", ", missing));
        }
        Query query = request.query();
        Keys user = keys.get(query.get("oauth_consumer_key", ""));
        if (user == null) {
            throw refused("Consumer key is invalid.");
        }
        String hash = HASHES.get(query.get("oauth_signature_method", ""));
        if (hash == null) {
            throw refused("Invalid signature - signature method is invalid.");
        }
        String text = baseString(request.method(), (request.secure() ? secureHome : home) + request.path(), query);
        String expected = Signature.hmac(hash, text.getBytes(StandardCharsets.UTF_8), user.secret() + "&");
        if (!Signature.same(expected, query.get("oauth_signature", ""))) {
            throw refused("Invalid signature - provided signature does not match.");
        }
        checkTimeAndNonce(user, query);
        return Optional.of(user);
    }

    /** The text that is signed: method, address and the sorted parameters without the signature itself. */
    static String baseString(String method, String url, Query query) {
        Map<String, String> parameters = new TreeMap<>();
        query.all().forEach((name, values) -> {
            if (name.endsWith("[]")) {
                String array = name.substring(0, name.length() - 2);
                for (int i = 0; i < values.size(); i++) {
                    parameters.put(array + "[" + i + "]", values.get(i));
                }
            } else if (!"oauth_signature".equals(name)) {
                parameters.put(name, values.get(0));
            }
        });
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return method + "&" + encode(url) + "&" + encode(String.join("&", pairs));
    }

    /** Percent encoding of RFC 3986. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Both the shop's own time and the machine's are accepted: a walked clock must not lock its callers out. */
    private void checkTimeAndNonce(Keys user, Query query) {
        String timestamp = query.get("oauth_timestamp", "");
        if (!timestamp.matches("\\d{1,11}")) {
            throw refused("Invalid timestamp.");
        }
        Instant then = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Instant now = clock.untouched();
        if (!near(then, now) && !near(then, clock.instant())) {
            throw refused("Invalid timestamp.");
        }
        nonces.values().removeIf(until -> until.isBefore(now));
        String nonce = user.id() + " " + query.get("oauth_nonce", "");
        if (nonces.putIfAbsent(nonce, now.plus(WINDOW).plus(WINDOW)) != null) {
            throw refused("Invalid nonce - nonce has already been used.");
        }
    }

    private static boolean near(Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(WINDOW) <= 0;
    }
}
