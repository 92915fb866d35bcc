package io.kontor.jobs.internal;

import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table that db-scheduler polls. What ends a run is written here and not by db-scheduler, because a plan may be
 * replaced, cancelled or taken over by another process while it runs.
 */
@Component(service = PlanStore.class)
public final class PlanStore {

    static final String TABLE = "jobs_plan";
    static final String TASK = "job";

    private static final String FREED =
            "picked = 0, picked_by = null, last_heartbeat = null, replaced = 0, version = version + 1";

    /** A plan that replaced the running one keeps its own time. Stands before {@link #FREED}: assigned from the left. */
    private static final String DUE = "execution_time = if(replaced, execution_time, ?), ";

    private static final String THIS_LEASE = " where task_name = 'job' and task_instance = ? and version = ?";

    private final Store store;
    private final Transactions transactions;

    /** What became of a checkpoint. */
    enum Checkpoint {
        KEPT,

        /** The plan was replaced or cancelled: the run should end, what it has done is right. */
        SUPERSEDED,

        /** Another process does the run. */
        LOST
    }

    @Activate
    public PlanStore(@Reference(target = "(unit=jobs)") Store store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** The name of the control database, where db-scheduler's own connections stand. */
    String catalogue() {
        return store.catalogue();
    }

    /**
     * A plan that is running keeps its lease and is marked as replaced. Versions begin with the microseconds of the
     * database's clock: a plan that is made anew after a cancellation has none that a former run could still hold.
     */
    void plan(String name, Instant due, byte[] data) {
        store.sql().update("""
                        insert into {control}.jobs_plan
                          (task_name, task_instance, task_data, execution_time, picked, consecutive_failures, version)
                        values ('job', ?, ?, ?, 0, 0, cast(unix_timestamp(now(6)) * 1000000 as unsigned))
                        on duplicate key update
                          task_data = values(task_data), execution_time = values(execution_time),
                          consecutive_failures = 0, replaced = picked""", name, data, due);
    }

    void cancel(String name) {
        store.sql().update("delete from {control}.jobs_plan where task_name = 'job' and task_instance = ?", name);
    }

    Checkpoint checkpoint(Pick pick, byte[] data) {
        int kept = store.sql()
                .update(
                        "update {control}.jobs_plan set task_data = ?" + THIS_LEASE + " and replaced = 0",
                        data,
                        pick.name(),
                        pick.version());
        if (kept == 1) {
            return Checkpoint.KEPT;
        }
        return holder(pick.name())
                        .filter(holder -> !holder.equals(pick.owner()))
                        .isPresent()
                ? Checkpoint.LOST
                : Checkpoint.SUPERSEDED;
    }

    /** Who does the plan: empty if there is no such plan, a blank if nobody does. */
    private Optional<String> holder(String name) {
        return store.sql()
                .one(
                        "select coalesce(picked_by, '') as holder from {control}.jobs_plan"
                                + " where task_name = 'job' and task_instance = ?",
                        row -> row.string("holder"),
                        name);
    }

    /** The run is done: the plan goes, unless it was replaced meanwhile; then the new one is free to be picked. */
    void done(Pick pick) {
        transactions.run(() -> {
            int gone = store.sql()
                    .update(
                            "delete from {control}.jobs_plan" + THIS_LEASE + " and replaced = 0",
                            pick.name(),
                            pick.version());
            if (gone == 0) {
                store.sql().update("update {control}.jobs_plan set " + FREED + THIS_LEASE, pick.name(), pick.version());
            }
        });
    }

    void again(Pick pick, Instant due, Instant now) {
        transactions.run(() -> store.sql()
                .update(
                        "update {control}.jobs_plan set last_success = ?, consecutive_failures = 0, " + DUE + FREED
                                + THIS_LEASE,
                        now,
                        due,
                        pick.name(),
                        pick.version()));
    }

    void failed(Pick pick, Instant due, Instant now) {
        transactions.run(() -> store.sql()
                .update(
                        "update {control}.jobs_plan set last_failure = ?, consecutive_failures = "
                                + "if(replaced, 0, coalesce(consecutive_failures, 0) + 1), " + DUE + FREED + THIS_LEASE,
                        now,
                        due,
                        pick.name(),
                        pick.version()));
    }

    /** Takes the lease away, which is no failure; false if it is another one by now. */
    boolean free(Pick pick, Instant due) {
        return transactions.call(() -> store.sql()
                        .update(
                                "update {control}.jobs_plan set " + DUE + FREED + THIS_LEASE,
                                due,
                                pick.name(),
                                pick.version()))
                == 1;
    }

    /** Frees what former processes of this node had picked when they died. */
    int freeAbandoned(String ownerPrefix, String owner) {
        return transactions.call(() -> store.sql()
                .update(
                        "update {control}.jobs_plan set " + FREED
                                + " where picked = 1 and left(picked_by, ?) = ? and picked_by <> ?",
                        ownerPrefix.length(),
                        ownerPrefix,
                        owner));
    }
}
