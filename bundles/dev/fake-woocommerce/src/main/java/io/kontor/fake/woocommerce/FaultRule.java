package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * When something goes wrong, and how.
 *
 * @param kind what goes wrong
 * @param every it hits each n-th request or delivery that matches, 1 for all
 * @param times how often it hits before it is over, 0 for ever
 * @param path a part of the request's path, or of the delivery's topic; empty matches all
 * @param status of {@link FaultKind#STATUS}
 * @param retryAfter sent as {@code Retry-After} in whole seconds when present
 * @param delay of {@link FaultKind#LATENCY} and {@link FaultKind#DELIVERY_LATE}
 * @param limit of {@link FaultKind#RATE_LIMIT}, requests per window
 * @param window of {@link FaultKind#RATE_LIMIT}
 */
public record FaultRule(
        FaultKind kind,
        int every,
        int times,
        String path,
        int status,
        Optional<Duration> retryAfter,
        Duration delay,
        int limit,
        Duration window) {

    /** Refuses a rule that can never hit. */
    public FaultRule {
        if (every < 1 || times < 0 || limit < 0) {
            throw RestError.invalidParameter("every, times, limit", "must be positive");
        }
    }

    /** A fault that hits every request or delivery. */
    public static FaultRule of(FaultKind kind) {
        Duration second = Duration.ofSeconds(1);
        return new FaultRule(kind, 1, 0, "", 503, Optional.empty(), second, 60, Duration.ofMinutes(1));
    }

    /** An error status on every request. */
    public static FaultRule status(int status) {
        FaultRule rule = of(FaultKind.STATUS);
        return new FaultRule(rule.kind, 1, 0, "", status, Optional.empty(), rule.delay, rule.limit, rule.window);
    }

    /** 429 above so many requests per window. */
    public static FaultRule rateLimit(int limit, Duration window) {
        FaultRule rule = of(FaultKind.RATE_LIMIT);
        return new FaultRule(rule.kind, 1, 0, "", 429, Optional.of(window), rule.delay, limit, window);
    }

    /** The same on each n-th only. */
    public FaultRule every(int n) {
        return new FaultRule(kind, n, times, path, status, retryAfter, delay, limit, window);
    }

    /** The same, so many times and then never again. */
    public FaultRule times(int n) {
        return new FaultRule(kind, every, n, path, status, retryAfter, delay, limit, window);
    }

    /** The same where the path or topic contains this text. */
    public FaultRule on(String part) {
        return new FaultRule(kind, every, times, part, status, retryAfter, delay, limit, window);
    }

    /** The same with a {@code Retry-After}. */
    public FaultRule retryAfter(Duration wait) {
        return new FaultRule(kind, every, times, path, status, Optional.of(wait), delay, limit, window);
    }

    /** The same with this delay. */
    public FaultRule delay(Duration wait) {
        return new FaultRule(kind, every, times, path, status, retryAfter, wait, limit, window);
    }

    static FaultRule read(JsonNode json) {
        FaultRule rule = of(FaultKind.of(json.path("kind").asText()));
        boolean limited = rule.kind == FaultKind.RATE_LIMIT;
        Duration window = Duration.ofMillis(json.path("window_millis").asLong(60_000));
        Optional<Duration> retry = json.hasNonNull("retry_after")
                ? Optional.of(Duration.ofSeconds(json.path("retry_after").asLong()))
                : limited ? Optional.of(window) : Optional.empty();
        return new FaultRule(
                rule.kind,
                json.path("every").asInt(1),
                json.path("times").asInt(0),
                json.path("path").asText(""),
                json.path("status").asInt(limited ? 429 : 503),
                retry,
                Duration.ofMillis(json.path("delay_millis").asLong(1000)),
                json.path("limit").asInt(60),
                window);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("kind", kind.word())
                .put("every", every)
                .put("times", times)
                .put("path", path)
                .put("status", status)
                .put("delay_millis", delay.toMillis())
                .put("limit", limit)
                .put("window_millis", window.toMillis());
        retryAfter.ifPresent(wait -> json.put("retry_after", wait.toSeconds()));
        return json;
    }
}
