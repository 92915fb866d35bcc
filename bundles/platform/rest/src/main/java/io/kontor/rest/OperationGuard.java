package io.kontor.rest;

/** Decides about one operation's calls; made once, when the operation's endpoint opens. */
public interface OperationGuard {

    /**
     * Lets the call pass or throws.
     *
     * @throws io.kontor.kernel.KontorException 401 for a caller who must say who it is, 403 for one who must not
     */
    void check(Caller caller, ClientRequest request);

    /** Whether anybody may call it; such calls have no actor and so take no {@code Idempotency-Key}. */
    boolean open();
}
