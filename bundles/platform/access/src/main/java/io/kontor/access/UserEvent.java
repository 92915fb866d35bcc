package io.kontor.access;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;
import io.kontor.kernel.UserId;

/** What happens to users. */
public sealed interface UserEvent extends DomainEvent {

    UserId user();

    @Override
    default Ref subject() {
        return new Ref("user", user().value());
    }

    /** Somebody was invited, for the first time or again. */
    record Invited(UserId user) implements UserEvent {
        public static final String NAME = "access.user-invited";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Name, role or access changed, or an invited person came. */
    record Changed(UserId user) implements UserEvent {
        public static final String NAME = "access.user-changed";

        @Override
        public String name() {
            return NAME;
        }
    }

    /**
     * Somebody may not log in any more. What the user was responsible for must never be without an owner: every module
     * hands over what it has.
     *
     * @param heir the active user who takes over
     */
    record Left(UserId user, UserId heir) implements UserEvent {
        public static final String NAME = "access.user-left";

        @Override
        public String name() {
            return NAME;
        }
    }
}
