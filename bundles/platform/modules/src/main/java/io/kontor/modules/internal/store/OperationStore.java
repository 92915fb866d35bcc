package io.kontor.modules.internal.store;

import io.kontor.kernel.Node;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.store.Operation.State;
import io.kontor.modules.internal.store.Operation.Step;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was done to modules. A unique key lets one operation run at a time, on all nodes together. */
@Component(service = OperationStore.class)
public final class OperationStore {

    /** An operation tells its step more often than that, or its node is gone. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);

    private static final int LONGEST_ACTOR = 200;

    private final Store store;
    private final StoredReason reasons = new StoredReason();

    @Activate
    public OperationStore(@Reference(target = "(unit=modules)") Store store) {
        this.store = store;
    }

    /**
     * Begins an operation.
     *
     * @throws io.kontor.store.UniqueViolation if another one runs
     */
    public void begin(Operation operation) {
        interruptSilent(operation.began());
        String actor = operation.actor();
        store.sql()
                .update(
                        """
                insert into {control}.modules_operation
                  (id, action, module, from_artefact, from_version, to_artefact, to_version, state, step,
                   began, touched, node, actor, running)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                        operation.id(),
                        operation.action(),
                        operation.module(),
                        operation.from().map(Versioned::artefact),
                        operation.from().map(Versioned::version),
                        operation.to().map(Versioned::artefact),
                        operation.to().map(Versioned::version),
                        operation.state(),
                        operation.step(),
                        operation.began(),
                        operation.began(),
                        operation.node(),
                        actor.length() > LONGEST_ACTOR ? actor.substring(0, LONGEST_ACTOR) : actor);
    }

    public boolean running() {
        return store.sql()
                .one("select id from {control}.modules_operation where running = 1", row -> row.uuid("id"))
                .isPresent();
    }

    public void step(UUID id, Step step, Instant now) {
        store.sql().update("update {control}.modules_operation set step = ?, touched = ? where id = ?", step, now, id);
    }

    public void end(UUID id, State state, Optional<Reason> reason, Instant now) {
        store.sql().update("""
                update {control}.modules_operation
                set state = ?, reason_code = ?, reason_arguments = ?, touched = ?, ended = ?, running = null where id = ?
                """, state, reasons.code(reason), reasons.arguments(reason), now, now, id);
    }

    /** What former processes of this node left behind is told as what it is. */
    public List<Operation> interruptOwn(Node node, Instant now) {
        List<Operation> open = open().stream()
                .filter(operation -> operation.node().startsWith(node.ownerPrefix()))
                .toList();
        open.forEach(operation -> interrupt(operation, now));
        return open;
    }

    private void interruptSilent(Instant now) {
        Instant before = now.minus(LONGEST_STEP);
        store.sql()
                .list(
                        "select id from {control}.modules_operation where running = 1 and touched < ?",
                        row -> row.uuid("id"),
                        before)
                .forEach(id -> find(id).ifPresent(operation -> interrupt(operation, now)));
    }

    private void interrupt(Operation operation, Instant now) {
        end(
                operation.id(),
                State.INTERRUPTED,
                Optional.of(ModuleReason.INTERRUPTED.with(
                        Map.of("step", operation.step().word()))),
                now);
    }

    private List<Operation> open() {
        return store.sql().list("""
                select id, action, module, from_artefact, from_version, to_artefact, to_version, state, step,
                  reason_code, reason_arguments, began, ended, node, actor
                from {control}.modules_operation where running = 1
                """, this::operation);
    }

    public Optional<Operation> find(UUID id) {
        return store.sql().one("""
                select id, action, module, from_artefact, from_version, to_artefact, to_version, state, step,
                  reason_code, reason_arguments, began, ended, node, actor
                from {control}.modules_operation where id = ?
                """, this::operation, id);
    }

    /** Operations before one, newest first. */
    public List<Operation> before(UUID last, int limit) {
        return store.sql().list("""
                select id, action, module, from_artefact, from_version, to_artefact, to_version, state, step,
                  reason_code, reason_arguments, began, ended, node, actor
                from {control}.modules_operation where id < ? order by id desc limit ?
                """, this::operation, last, limit);
    }

    private Operation operation(Row row) {
        return new Operation(
                row.uuid("id"),
                row.enumeration("action", Action.class),
                row.string("module"),
                versioned(row, "from"),
                versioned(row, "to"),
                row.enumeration("state", State.class),
                row.enumeration("step", Step.class),
                reasons.of(row),
                row.instant("began"),
                row.optionalInstant("ended"),
                row.string("node"),
                row.string("actor"));
    }

    private static Optional<Versioned> versioned(Row row, String which) {
        return row.optionalString(which + "_artefact")
                .map(id ->
                        new Versioned(id, row.optionalString(which + "_version").orElse("")));
    }
}
