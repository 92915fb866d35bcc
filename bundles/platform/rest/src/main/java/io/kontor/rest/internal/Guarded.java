package io.kontor.rest.internal;

import io.kontor.rest.OperationGuard;
import io.kontor.rest.SecretAnswer;
import io.kontor.rest.TalksOutside;
import java.lang.reflect.Method;

/** What is known of an operation since its endpoint opened, so that no call has to look at annotations. */
record Guarded(OperationGuard guard, boolean repeatable, boolean secret, boolean outside) {

    static Guarded of(OperationGuard guard, String httpMethod, Method method) {
        boolean repeatable = httpMethod.equals("POST") && !guard.open();
        return new Guarded(
                guard,
                repeatable,
                method.isAnnotationPresent(SecretAnswer.class),
                method.isAnnotationPresent(TalksOutside.class));
    }
}
