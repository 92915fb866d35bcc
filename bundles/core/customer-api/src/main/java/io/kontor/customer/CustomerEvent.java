package io.kontor.customer;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/** What happens to customers. */
public sealed interface CustomerEvent extends DomainEvent {

    CustomerId customer();

    @Override
    default Ref subject() {
        return new Ref("customer", customer().value());
    }

    /** Somebody new. */
    record Registered(CustomerId customer) implements CustomerEvent {
        public static final String NAME = "customer.registered";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Some field changed. */
    record Changed(CustomerId customer, long version) implements CustomerEvent {
        public static final String NAME = "customer.changed";

        @Override
        public String name() {
            return NAME;
        }
    }

    /**
     * Two became one.
     *
     * @param customer the survivor
     * @param other whose id is an alias now
     */
    record Merged(CustomerId customer, CustomerId other) implements CustomerEvent {
        public static final String NAME = "customer.merged";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** A merge was undone. */
    record Unmerged(CustomerId customer, CustomerId other) implements CustomerEvent {
        public static final String NAME = "customer.unmerged";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** The customer and everything about it is gone. */
    record Removed(CustomerId customer) implements CustomerEvent {
        public static final String NAME = "customer.removed";

        @Override
        public String name() {
            return NAME;
        }
    }
}
