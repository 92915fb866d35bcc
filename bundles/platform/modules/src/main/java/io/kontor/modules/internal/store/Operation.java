package io.kontor.modules.internal.store;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An action on a module, under way or past.
 *
 * @param node who does it
 * @param actor who asked for it
 */
public record Operation(
        UUID id,
        Action action,
        String module,
        Optional<Versioned> from,
        Optional<Versioned> to,
        State state,
        Step step,
        Optional<Reason> reason,
        Instant began,
        Optional<Instant> ended,
        String node,
        String actor) {

    /** How it went. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        ROLLED_BACK,
        INTERRUPTED;

        public String word() {
            return Operation.word(this);
        }
    }

    /** How far it is. */
    public enum Step {
        PREPARE,
        DRAIN,
        STOP,
        INSTALL,
        REFRESH,
        START,
        CHECK,
        ROLL_BACK,
        RECORD;

        public String word() {
            return Operation.word(this);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
