package io.kontor.rest.internal;

import io.kontor.rest.LargeBody;
import io.kontor.rest.OperationGuard;
import io.kontor.rest.SecretAnswer;
import io.kontor.rest.TalksOutside;
import java.lang.reflect.Method;
import java.util.Optional;

/** What is known of an operation since its endpoint opened, so that no call has to look at annotations. */
record Guarded(OperationGuard guard, boolean repeatable, boolean secret, boolean outside, Optional<Integer> large) {

    static Guarded of(OperationGuard guard, String httpMethod, Method method) {
        boolean repeatable = httpMethod.equals("POST") && !guard.open();
        return new Guarded(
                guard,
                repeatable,
                method.isAnnotationPresent(SecretAnswer.class),
                method.isAnnotationPresent(TalksOutside.class),
                Optional.ofNullable(method.getAnnotation(LargeBody.class)).map(LargeBody::value));
    }

    /** @param others what every other operation takes, in bytes */
    int largestBody(int others) {
        return large.orElse(others);
    }
}
