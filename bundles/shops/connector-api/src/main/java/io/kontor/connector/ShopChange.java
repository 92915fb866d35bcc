package io.kontor.connector;

/** One thing that a message of the shop says. Compare by {@link #kind()}. */
public sealed interface ShopChange {

    /** The cases. */
    enum Kind {
        ORDER,
        PRODUCT,
        CUSTOMER,
        REMOVED,
        REJECTED,
        NOTHING
    }

    Kind kind();

    /** An order in a new version. */
    record OrderChange(ShopOrder order) implements ShopChange {
        @Override
        public Kind kind() {
            return Kind.ORDER;
        }
    }

    /** A product in a new version. */
    record ProductChange(ShopProduct product) implements ShopChange {
        @Override
        public Kind kind() {
            return Kind.PRODUCT;
        }
    }

    /** A registered customer in a new version. */
    record CustomerChange(ShopCustomer customer) implements ShopChange {
        @Override
        public Kind kind() {
            return Kind.CUSTOMER;
        }
    }

    /**
     * The shop says that a record is gone. Messages overtake each other, so the shop is asked before anything is
     * believed.
     */
    record Removed(ShopResource resource, String externalId) implements ShopChange {
        @Override
        public Kind kind() {
            return Kind.REMOVED;
        }
    }

    /** A document that cannot be taken over. */
    record Rejected(RejectedDocument document) implements ShopChange {
        @Override
        public Kind kind() {
            return Kind.REJECTED;
        }
    }

    /** Something that does not concern us. */
    record Nothing(String reason) implements ShopChange {
        @Override
        public Kind kind() {
            return Kind.NOTHING;
        }
    }
}
