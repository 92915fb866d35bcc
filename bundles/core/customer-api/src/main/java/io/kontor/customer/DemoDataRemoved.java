package io.kontor.customer;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/**
 * The sample data of an account is to go: nothing comes from it any more, and every module deletes what it has of it,
 * timeline included, in portions of its own job. It stands here because a source account is the one word of the demo that
 * all modules know; who gives the demo is not known to them.
 *
 * <p>A module that has such rows subscribes as {@code <module>}{@link DemoRemovals#SUBSCRIPTION} and reports to
 * {@link DemoRemovals}, so that the removal waits for it even while it is away.
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
