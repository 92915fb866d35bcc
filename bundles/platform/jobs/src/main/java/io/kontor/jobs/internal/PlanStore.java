package io.kontor.jobs.internal;

import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table that db-scheduler polls. What ends a run is written here and not by db-scheduler, because a plan may be
 * replaced or cancelled while it runs: its version then differs from the one that was picked.
 */
@Component(service = PlanStore.class)
public final class PlanStore {

    static final String TABLE = "jobs_plan";
    static final String TASK = "job";

    private static final String FREED = "picked = 0, picked_by = null, last_heartbeat = null, version = version + 1";
    private static final String THIS_VERSION =
            " where task_name = '" + TASK + "' and task_instance = ? and version = ?";

    private final Store store;
    private final Transactions transactions;

    @Activate
    public PlanStore(@Reference(target = "(unit=jobs)") Store store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** The name of the control database, where db-scheduler's own connections stand. */
    String catalogue() {
        return store.sql()
                .one("select database() as name from dual", row -> row.string("name"))
                .orElseThrow();
    }

    void plan(String name, Instant due, byte[] data) {
        store.sql().update("""
                        insert into {control}.jobs_plan
                          (task_name, task_instance, task_data, execution_time, picked, consecutive_failures, version)
                        values ('job', ?, ?, ?, 0, 0, 1)
                        on duplicate key update
                          task_data = values(task_data), execution_time = values(execution_time),
                          consecutive_failures = 0, version = version + 1""", name, data, due);
    }

    void cancel(String name) {
        store.sql().update("delete from {control}.jobs_plan where task_name = 'job' and task_instance = ?", name);
    }

    /** @return false if the plan was replaced or cancelled meanwhile */
    boolean checkpoint(String name, long version, byte[] data) {
        return store.sql().update("update {control}.jobs_plan set task_data = ?" + THIS_VERSION, data, name, version)
                == 1;
    }

    /** The run is done: the plan goes, unless it was replaced meanwhile; then the new one is free to be picked. */
    void done(String name, long version) {
        settle(name, () -> store.sql().update("delete from {control}.jobs_plan" + THIS_VERSION, name, version));
    }

    void again(String name, long version, Instant due, Instant now) {
        settle(
                name,
                () -> store.sql()
                        .update(
                                "update {control}.jobs_plan set execution_time = ?, last_success = ?, consecutive_failures = 0, "
                                        + FREED + THIS_VERSION,
                                due,
                                now,
                                name,
                                version));
    }

    void failed(String name, long version, Instant due, Instant now) {
        settle(
                name,
                () -> store.sql()
                        .update(
                                "update {control}.jobs_plan set execution_time = ?, last_failure = ?, consecutive_failures = "
                                        + "coalesce(consecutive_failures, 0) + 1, " + FREED + THIS_VERSION,
                                due,
                                now,
                                name,
                                version));
    }

    /** Not now: nobody could run it, which is no failure. */
    void postpone(String name, long version, Instant due) {
        settle(
                name,
                () -> store.sql()
                        .update(
                                "update {control}.jobs_plan set execution_time = ?, " + FREED + THIS_VERSION,
                                due,
                                name,
                                version));
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

    private void settle(String name, IntSupplier change) {
        transactions.run(() -> {
            if (change.getAsInt() == 0) {
                store.sql()
                        .update(
                                "update {control}.jobs_plan set " + FREED
                                        + " where task_name = 'job' and task_instance = ? and picked = 1",
                                name);
            }
        });
    }
}
