package io.kontor.customer;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/**
 * The sample data of an account is to go: nothing comes from it any more, and every module deletes what it has of it,
 * timeline included, in portions of its own job. It stands here because a source account is the one word of the demo that
 * all modules know; who gives the demo is not known to them. A module that has such rows publishes its {@link DemoData}.
 *
 * @param account the demo's source account
 */
public record DemoDataRemoved(SourceAccountId account) implements DomainEvent {

    public static final String NAME = "customer.demo-data-removed";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Ref subject() {
        return new Ref("source-account", account.value());
    }
}
