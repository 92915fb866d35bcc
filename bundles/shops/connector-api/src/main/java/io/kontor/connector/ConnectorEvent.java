package io.kontor.connector;

import io.kontor.customer.SourceAccountId;
import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/** What happens to connected shops. */
public sealed interface ConnectorEvent extends DomainEvent {

    /** The type of record in references. */
    String RECORD = "connector-account";

    SourceAccountId account();

    @Override
    default Ref subject() {
        return new Ref(RECORD, account().value());
    }

    /**
     * A shop was connected.
     *
     * @param kind the connector's kind
     * @param label what colleagues call the account
     */
    record AccountConnected(SourceAccountId account, String kind, String label) implements ConnectorEvent {
        public static final String NAME = "connector.account-connected";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** An import went on, an error came or went; published at most about once a second. */
    record ProgressChanged(SourceAccountId account) implements ConnectorEvent {
        public static final String NAME = "connector.progress-changed";

        @Override
        public String name() {
            return NAME;
        }
    }
}
