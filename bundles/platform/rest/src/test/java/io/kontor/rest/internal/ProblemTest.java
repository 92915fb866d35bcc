package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.rest.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aReasonIsSaidInEnglishAndNamedForOtherLanguages() {
        Problem problem = Problem.of(
                new KontorException(KernelError.INVALID, Map.of("field", "title", "reason", Reason.length(1, 200))));

        assertEquals("The field title is not valid: it must have 1 to 200 characters", problem.detail());
        assertEquals(
                Map.of(
                        "field", "title",
                        "reason", "it must have 1 to 200 characters",
                        "reasonCode", "length",
                        "least", 1,
                        "most", 200),
                problem.arguments());
        assertEquals(
                new Problem.Field("request.invalid", "it must have 1 to 200 characters"),
                problem.fields().get("title"));
    }

    @Test
    void theArgumentsOfAReasonNeverReplaceThoseOfTheProblem() {
        Reason reason = new Reason("far", "{host} is far", Map.of("host", "elsewhere"));

        Problem problem =
                Problem.of(new KontorException(KernelError.INVALID, Map.of("host", "here", "reason", reason)));

        assertEquals("here", problem.arguments().get("host"));
        assertEquals("elsewhere is far", problem.arguments().get("reason"));
    }
}
