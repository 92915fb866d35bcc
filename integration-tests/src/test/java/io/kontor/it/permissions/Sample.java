package io.kontor.it.permissions;

import java.util.function.Function;

/**
 * A request that the operation answers well when the right person sends it.
 *
 * @param call makes what the request is about, then the request
 * @param status the declared answer
 * @param abroad what the same request means in another workspace
 */
record Sample(Function<Company, Call> call, int status, Abroad abroad) {

    /** What the neighbour gets for the same request in the neighbour's own workspace. */
    enum Abroad {
        /** It names records of the company, which are not there. */
        NOT_THERE,
        /** It names nothing; the answer has nothing of the company. */
        NOTHING_OF_IT,
        /** It names something that is not there, and says so in another way: a refusal all the same. */
        REFUSED,
        /** It would do the neighbour's own work, so it is not sent. */
        OWN_WORK
    }

    static Sample of(int status, Abroad abroad, Function<Company, Call> call) {
        return new Sample(call, status, abroad);
    }
}
