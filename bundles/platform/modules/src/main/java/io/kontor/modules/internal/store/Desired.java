package io.kontor.modules.internal.store;

import io.kontor.kernel.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What is wanted of a module, on every node.
 *
 * @param artefact what it is to be installed from; of a removed module what it was last
 * @param previous what it was installed from before, for going back
 * @param origin where the artefact is from; one of the distribution follows the distribution
 * @param reason why it is quarantined
 */
public record Desired(
        String module,
        String artefact,
        Optional<String> previous,
        Origin origin,
        State state,
        Optional<Reason> reason,
        Instant changedAt) {

    /** Whether the module is to run. */
    public enum State {
        WANTED,
        /** It did harm while it started and is left alone until a person says otherwise. */
        QUARANTINED,
        REMOVED
    }

    public boolean wanted() {
        return state == State.WANTED;
    }
}
