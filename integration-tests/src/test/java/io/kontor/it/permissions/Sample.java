package io.kontor.it.permissions;

import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request that the operation answers well when the right person sends it.
 *
 * @param call makes what the request is about, then the request
 * @param status the declared answer
 * @param abroad what the same request means in another workspace
 * @param seen what of the company the request could touch, as the company sees it
 * @param by who sends it well, where that is not just anybody whom the operation lets in
 */
record Sample(
        Function<Company, Call> call,
        int status,
        Abroad abroad,
        Function<Company, Object> seen,
        Optional<Function<Company, Visitor>> by) {

    /** What the neighbour gets for the same request in the neighbour's own workspace. */
    enum Abroad {
        /** It names records of the company, which are not there. */
        NOT_THERE,
        /** It names nothing; the answer has nothing of the company. */
        NOTHING_OF_IT,
        /** It names something that is not there, and says so in another way: a refusal all the same. */
        REFUSED,
        /** It is done, in the neighbour's workspace, and the company sees nothing of it. */
        DONE_THERE
    }

    static Sample of(int status, Abroad abroad, Function<Company, Call> call) {
        if (abroad == Abroad.DONE_THERE) {
            throw new IllegalArgumentException("Say what the company must see unchanged");
        }
        return new Sample(call, status, abroad, company -> "", Optional.empty());
    }

    /** What the neighbour may do as well, at home; the company must see the same before and afterwards. */
    static Sample ownWork(int status, Function<Company, Object> seen, Function<Company, Call> call) {
        return new Sample(call, status, Abroad.DONE_THERE, seen, Optional.empty());
    }

    Sample by(Function<Company, Visitor> visitor) {
        return new Sample(call, status, abroad, seen, Optional.of(visitor));
    }
}
