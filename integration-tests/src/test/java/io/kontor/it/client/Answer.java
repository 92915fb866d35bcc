package io.kontor.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What came back. */
public record Answer(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PROBLEM_FIELDS =
            Set.of("type", "title", "status", "code", "detail", "arguments", "fields");

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body(), e);
        }
    }

    /** The id in the answer. */
    public String id() {
        return json().path("id").asText();
    }

    /** The version of the record, from its ETag. */
    public long version() {
        return Long.parseLong(header("ETag").orElseThrow().replace("\"", ""));
    }

    public Answer expect(int status) {
        assertEquals(status, status(), this::toString);
        return this;
    }

    /** It is a problem document with this status and code, and nothing else is in it. */
    public Answer problem(int status, String code) {
        problem(status);
        assertEquals(code, json().path("code").asText(), this::toString);
        return this;
    }

    public Answer problem(int status) {
        assertEquals(status, status(), this::toString);
        assertEquals("application/problem+json", header("Content-Type").orElse(""), this::toString);
        JsonNode problem = json();
        Set<String> fields = new HashSet<>();
        problem.fieldNames().forEachRemaining(fields::add);
        assertTrue(PROBLEM_FIELDS.containsAll(fields), this::toString);
        assertEquals(status, problem.path("status").asInt(), this::toString);
        String code = problem.path("code").asText();
        assertTrue(code.matches("[a-z]+\\.[a-z]+(-[a-z]+)*"), this::toString);
        assertEquals("urn:kontor:problem:" + code, problem.path("type").asText(), this::toString);
        return this;
    }

    /** Nothing of the company's own words, wherever they could hide. */
    public Answer tellsNothingOf(Set<String> secrets) {
        String everything = (response.headers().map() + body()).toLowerCase(Locale.ROOT);
        for (String secret : secrets) {
            assertFalse(everything.contains(secret.toLowerCase(Locale.ROOT)), () -> secret + " leaks: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " -> " + status() + " " + body();
    }
}
