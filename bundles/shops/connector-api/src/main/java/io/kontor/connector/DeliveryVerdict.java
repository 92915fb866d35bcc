package io.kontor.connector;

/** What a connector says of a message before it is stored. Compare by {@link #kind()}. */
public sealed interface DeliveryVerdict {

    /** The cases. */
    enum Kind {
        GENUINE,
        PING,
        FORGED
    }

    Kind kind();

    /**
     * The shop sent it.
     *
     * @param key the shop's identifier of this delivery
     * @param topic what it is about
     * @param subject the record that it is about: messages with the same one keep their order
     */
    record Genuine(String key, String topic, String subject) implements DeliveryVerdict {
        @Override
        public Kind kind() {
            return Kind.GENUINE;
        }
    }

    /** The shop only tries the address. */
    record Ping() implements DeliveryVerdict {
        @Override
        public Kind kind() {
            return Kind.PING;
        }
    }

    /**
     * Nobody can say who sent it.
     *
     * @param reason without anything from the message
     */
    record Forged(String reason) implements DeliveryVerdict {
        @Override
        public Kind kind() {
            return Kind.FORGED;
        }
    }
}
