package io.kontor.access.internal.gate;

import io.kontor.access.AccessError;
import io.kontor.kernel.KontorException;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.OperationGuard;
import io.kontor.rest.RestError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a known caller pass who has the permission; one who came with a cookie must show on every change that the
 * request was made by Kontor's own page.
 */
record KnownGuard(boolean writes, Optional<String> permission) implements OperationGuard {

    static final String CSRF_HEADER = "X-CSRF-Token";

    @Override
    public void check(Caller caller, ClientRequest request) {
        if (!(caller instanceof KnownCaller known)) {
            throw new KontorException(RestError.LOG_IN_REQUIRED);
        }
        if (writes && known.csrf().isPresent() && !ownPage(known.csrf().get(), request)) {
            throw new KontorException(AccessError.FOREIGN_SITE);
        }
        if (permission.isPresent() && !known.permissions().contains(permission.get())) {
            throw new KontorException(AccessError.DENIED, Map.of("permission", permission.get()));
        }
    }

    @Override
    public boolean open() {
        return false;
    }

    private static boolean ownPage(String expected, ClientRequest request) {
        String sent = request.header(CSRF_HEADER).orElse("");
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
