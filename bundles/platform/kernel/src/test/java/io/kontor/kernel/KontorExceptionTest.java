package io.kontor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KontorExceptionTest {

    @Test
    void theMessageSaysWhatIsWrong() {
        KontorException exception =
                new KontorException(KernelError.INVALID, Map.of("field", "email", "reason", "it has no @"));
        assertEquals("The field email is not valid: it has no @", exception.getMessage());
        assertEquals(400, exception.error().kind().status());
    }
}
