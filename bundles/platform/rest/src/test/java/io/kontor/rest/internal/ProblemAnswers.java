package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** Reading answers as problem documents. */
final class ProblemAnswers {

    private ProblemAnswers() {}

    static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertAll(
                answer.body(),
                () -> assertEquals(status, answer.statusCode()),
                () -> assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElse("none")),
                () -> assertEquals(code, json(answer).get("code").asText()));
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new JsonMapper().readTree(answer.body());
    }
}
