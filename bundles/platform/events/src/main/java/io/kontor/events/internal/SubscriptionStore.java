package io.kontor.events.internal;

import io.kontor.events.Subscriptions.Progress;
import io.kontor.kernel.Node;
import io.kontor.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How far each subscription has come, and which node works for it. Leases go by the database's clock: it is one for all
 * nodes, and nobody moves it.
 */
@Component(service = SubscriptionStore.class)
public final class SubscriptionStore {

    static final int LEASE_SECONDS = 20;

    private final Store store;
    private final Node node;
    private final Clock clock;

    @Activate
    public SubscriptionStore(
            @Reference(target = "(unit=events)") Store store, @Reference Node node, @Reference Clock clock) {
        this.store = store;
        this.node = node;
        this.clock = clock;
        freeFormerLeases();
    }

    /** What this node's former process held, which did not come to free it. */
    private void freeFormerLeases() {
        store.sql().update("""
                        update {control}.events_subscription set lease_owner = null, lease_until = null
                        where lease_owner like concat(?, '%') and lease_owner <> ?
                        """, node.ownerPrefix(), node.owner());
    }

    /** Makes the subscription if it is new; it then begins after the newest event. */
    void ensure(String name) {
        if (position(name).isEmpty()) {
            store.sql().update("""
                            insert ignore into {control}.events_subscription (name, position, created_at)
                            select ?, last_position, ? from {control}.events_sequence where id = 1
                            """, name, clock.instant());
        }
    }

    private Optional<Long> position(String name) {
        return store.sql()
                .one(
                        "select position from {control}.events_subscription where name = ?",
                        row -> row.number("position"),
                        name);
    }

    /** Takes the lease if nobody else has it; the position then, or empty. */
    OptionalLong acquire(String name) {
        int taken = store.sql().update("""
                        update {control}.events_subscription
                        set lease_owner = ?, lease_until = utc_timestamp(6) + interval ? second
                        where name = ? and (lease_owner = ? or lease_until is null or lease_until < utc_timestamp(6))
                        """, node.owner(), LEASE_SECONDS, name, node.owner());
        return taken == 1 ? OptionalLong.of(position(name).orElseThrow()) : OptionalLong.empty();
    }

    /**
     * Saves the progress and prolongs the lease, as the last statement of the transaction that handled the events.
     *
     * @throws LeaseLost if another node has taken the subscription over; everything is rolled back then
     */
    void advance(String name, long position) {
        int changed = store.sql().update("""
                        update {control}.events_subscription
                        set position = ?, lease_until = utc_timestamp(6) + interval ? second
                        where name = ? and lease_owner = ?
                        """, position, LEASE_SECONDS, name, node.owner());
        if (changed != 1) {
            throw new LeaseLost(name);
        }
    }

    /**
     * Prolongs the lease and keeps others from taking it until the transaction ends.
     *
     * @throws LeaseLost if another node has taken the subscription over
     */
    void hold(String name) {
        int changed = store.sql().update("""
                        update {control}.events_subscription set lease_until = utc_timestamp(6) + interval ? second
                        where name = ? and lease_owner = ?
                        """, LEASE_SECONDS, name, node.owner());
        if (changed != 1) {
            throw new LeaseLost(name);
        }
    }

    void release(String name) {
        store.sql().update("""
                        update {control}.events_subscription set lease_owner = null, lease_until = null
                        where name = ? and lease_owner = ?
                        """, name, node.owner());
    }

    List<Progress> progress() {
        return store.sql()
                .list(
                        """
                        select s.name, q.last_position - s.position as behind,
                          (select count(*) from {control}.events_failure f where f.subscription = s.name) as failing,
                          (select count(*) from {control}.events_failure f
                           where f.subscription = s.name and f.state = 'DEAD') as dead
                        from {control}.events_subscription s join {control}.events_sequence q on q.id = 1
                        order by s.name
                        """,
                        row -> new Progress(
                                row.string("name"), row.number("behind"), row.number("failing"), row.number("dead")));
    }

    /** The position that every subscription has passed. */
    long slowest() {
        return store.sql().one("""
                        select coalesce(min(s.position), q.last_position) as position
                        from {control}.events_sequence q left join {control}.events_subscription s on true
                        where q.id = 1 group by q.last_position
                        """, row -> row.number("position")).orElseThrow();
    }

    void remove(String name) {
        store.sql().update("delete from {control}.events_subscription where name = ?", name);
    }

    /** Another node works for the subscription now. */
    static final class LeaseLost extends RuntimeException {

        LeaseLost(String subscription) {
            super("Another node has taken over the subscription " + subscription);
        }
    }
}
