package io.kontor.jobs.internal;

import io.kontor.jobs.internal.Plan.Id;
import io.kontor.jobs.internal.Plan.Picked;
import io.kontor.kernel.Node;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of plans. A plan that runs is leased to a node by the database's clock, which nobody moves; due times go by
 * ours. Each run has a number: a node that lost its lease without noticing changes nothing any more.
 */
@Component(service = PlanStore.class)
public final class PlanStore {

    static final int LEASE_SECONDS = 20;

    private static final String OF_PLAN = " where workspace_id = ? and job = ? and plan_key = ?";
    private static final String OF_RUN = OF_PLAN + " and run_number = ?";
    private static final String LET_GO =
            " picked_by = null, picked_until = null, cancelled = false," + " next_due_at = null, next_data = null ";

    private final Store store;
    private final Transactions transactions;
    private final Node node;

    @Activate
    public PlanStore(
            @Reference(target = "(unit=jobs)") Store store,
            @Reference Transactions transactions,
            @Reference Node node) {
        this.store = store;
        this.transactions = transactions;
        this.node = node;
        freeFormerRuns();
    }

    /** What this node's former process was doing when it ended. */
    private void freeFormerRuns() {
        store.sql().update("""
                        update {control}.jobs_plan set picked_by = null, picked_until = null
                        where picked_by like concat(?, '%') and picked_by <> ?
                        """, node.ownerPrefix(), node.owner());
    }

    /** What other nodes did when they died. */
    void freeAbandonedRuns() {
        store.sql().update("""
                        update {control}.jobs_plan set picked_by = null, picked_until = null
                        where picked_by is not null and picked_until < utc_timestamp(6)
                        """);
    }

    /** A plan that is running keeps its own data; the new one is taken when it ends. */
    void plan(Id id, Instant due, String data) {
        store.sql().update("""
                        insert into {control}.jobs_plan (workspace_id, job, plan_key, due_at, data) values (?, ?, ?, ?, ?)
                        on duplicate key update
                          next_due_at = if(picked_by is null, null, values(due_at)),
                          next_data = if(picked_by is null, null, values(data)),
                          due_at = if(picked_by is null, values(due_at), due_at),
                          data = if(picked_by is null, values(data), data),
                          attempts = if(picked_by is null, 0, attempts)
                        """, id.workspace().value(), id.job(), id.key(), due, data);
    }

    void cancel(Id id) {
        store.sql()
                .update(
                        "delete from {control}.jobs_plan" + OF_PLAN + " and picked_by is null",
                        id.workspace().value(),
                        id.job(),
                        id.key());
        store.sql()
                .update(
                        "update {control}.jobs_plan set cancelled = true, next_due_at = null, next_data = null"
                                + OF_PLAN,
                        id.workspace().value(),
                        id.job(),
                        id.key());
    }

    /** The jobs that have something to do now. */
    Set<String> due(Instant now) {
        return store
                .sql()
                .list(
                        "select distinct job from {control}.jobs_plan where picked_by is null and due_at <= ?",
                        row -> row.string("job"),
                        now)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Takes the oldest due plans of a job for this node; what another node is just taking is passed over. */
    List<Picked> pick(String job, Instant now, int limit) {
        return transactions.call(() -> {
            List<Picked> found = store.sql().list("""
                            select workspace_id, job, plan_key, data, attempts, run_number + 1 as run_number
                            from {control}.jobs_plan
                            where picked_by is null and due_at <= ? and job = ?
                            order by due_at limit ? for update skip locked
                            """, PlanStore::picked, now, job, limit);
            List<Object[]> rows = new ArrayList<>();
            found.forEach(picked -> rows.add(new Object[] {
                node.owner(),
                LEASE_SECONDS,
                picked.run(),
                picked.id().workspace().value(),
                picked.id().job(),
                picked.id().key()
            }));
            store.sql().batch("""
                            update {control}.jobs_plan
                            set picked_by = ?, picked_until = utc_timestamp(6) + interval ? second, run_number = ?
                            """ + OF_PLAN, rows);
            return found;
        });
    }

    private static Picked picked(Row row) {
        return new Picked(
                new Id(new WorkspaceId(row.string("workspace_id")), row.string("job"), row.string("plan_key")),
                row.number("run_number"),
                row.integer("attempts"),
                row.string("data"));
    }

    /** Prolongs all leases of this node. */
    void heartbeat() {
        store.sql().update("""
                        update {control}.jobs_plan set picked_until = utc_timestamp(6) + interval ? second
                        where picked_by = ?
                        """, LEASE_SECONDS, node.owner());
    }

    /** The plans that this node runs and somebody has cancelled. */
    Set<Id> cancelledHere() {
        return store
                .sql()
                .list(
                        """
                        select workspace_id, job, plan_key from {control}.jobs_plan
                        where picked_by = ? and cancelled
                        """,
                        row -> new Id(
                                new WorkspaceId(row.string("workspace_id")), row.string("job"), row.string("plan_key")),
                        node.owner())
                .stream()
                .collect(Collectors.toSet());
    }

    /** @return whether the run is still this node's */
    boolean checkpoint(Picked run, String data) {
        return changed("update {control}.jobs_plan set data = ?" + OF_RUN, run, data);
    }

    /** Ends a run: the plan goes, or is due again, or gives way to the one that came meanwhile. */
    void finish(Picked run, Optional<Instant> again) {
        transactions.run(() -> {
            if (takeNext(run)) {
                return;
            }
            if (again.isEmpty() || isCancelled(run)) {
                changed("delete from {control}.jobs_plan" + OF_RUN, run);
            } else {
                changed(
                        "update {control}.jobs_plan set due_at = ?, attempts = 0, last_failure = null," + LET_GO
                                + OF_RUN,
                        run,
                        again);
            }
        });
    }

    /** Ends a run that failed. */
    void fail(Picked run, Instant again, String reason) {
        transactions.run(() -> {
            if (takeNext(run)) {
                return;
            }
            if (isCancelled(run)) {
                changed("delete from {control}.jobs_plan" + OF_RUN, run);
            } else {
                changed(
                        "update {control}.jobs_plan set due_at = ?, attempts = attempts + 1, last_failure = ?," + LET_GO
                                + OF_RUN,
                        run,
                        again,
                        reason);
            }
        });
    }

    private boolean takeNext(Picked run) {
        return changed(
                "update {control}.jobs_plan set due_at = next_due_at, data = next_data, attempts = 0, last_failure = null,"
                        + LET_GO + OF_RUN + " and next_due_at is not null",
                run);
    }

    private boolean isCancelled(Picked run) {
        return store.sql()
                .one(
                        "select cancelled from {control}.jobs_plan" + OF_RUN + " for update",
                        row -> row.bool("cancelled"),
                        run.id().workspace().value(),
                        run.id().job(),
                        run.id().key(),
                        run.run())
                .orElse(false);
    }

    private boolean changed(String statement, Picked run, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.add(run.id().workspace().value());
        parameters.add(run.id().job());
        parameters.add(run.id().key());
        parameters.add(run.run());
        return store.sql().update(statement, parameters.toArray()) == 1;
    }

    /** How many plans are overdue at this moment, and how many failed the last time. */
    Counts counts(Instant now) {
        return store.sql()
                .one(
                        """
                        select count(*) as overdue, coalesce(sum(attempts > 0), 0) as failing, min(due_at) as oldest
                        from {control}.jobs_plan where picked_by is null and due_at <= ?
                        """,
                        row -> new Counts(row.number("overdue"), row.number("failing"), row.optionalInstant("oldest")),
                        now)
                .orElseThrow();
    }

    /** The state of the queue. */
    record Counts(long overdue, long failing, Optional<Instant> oldest) {}
}
