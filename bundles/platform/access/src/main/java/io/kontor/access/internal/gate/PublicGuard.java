package io.kontor.access.internal.gate;

import io.kontor.access.AccessError;
import io.kontor.kernel.KontorException;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.OperationGuard;

/** Lets everybody pass, but no form of a foreign site: it could log a person in as somebody else. */
record PublicGuard(boolean writes) implements OperationGuard {

    @Override
    public void check(Caller caller, ClientRequest request) {
        if (writes
                && request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()) {
            throw new KontorException(AccessError.FOREIGN_SITE);
        }
    }

    @Override
    public boolean open() {
        return true;
    }
}
