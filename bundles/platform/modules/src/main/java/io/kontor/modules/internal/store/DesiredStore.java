package io.kontor.modules.internal.store;

import io.kontor.modules.internal.archive.Checksum;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which modules are to run, and which starts never ended. */
@Component(service = DesiredStore.class)
public final class DesiredStore {

    private final Store store;
    private final StoredReason reasons = new StoredReason();

    @Activate
    public DesiredStore(@Reference(target = "(unit=modules)") Store store) {
        this.store = store;
    }

    /** A start that began and of which nobody heard that it ended. */
    public record OpenStart(String module, int tries) {}

    /** Every module that ever was installed. */
    public List<Desired> all() {
        return store.sql().list("""
                select module, artefact, previous, origin, state, reason_code, reason_arguments, changed_at
                from {control}.modules_desired order by module
                """, this::desired);
    }

    public Optional<Desired> find(String module) {
        return all().stream().filter(desired -> desired.module().equals(module)).findFirst();
    }

    /** Changes whenever something else is wanted. */
    public String fingerprint() {
        return Checksum.of(store
                .sql()
                .list(
                        "select module, artefact, state, changed_at from {control}.modules_desired order by module",
                        row -> row.string("module")
                                + row.string("artefact")
                                + row.string("state")
                                + row.instant("changed_at"))
                .stream()
                .collect(Collectors.joining("\n")));
    }

    public void put(Desired desired) {
        store.sql()
                .update(
                        """
                insert into {control}.modules_desired
                  (module, artefact, previous, origin, state, reason_code, reason_arguments, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update artefact = values(artefact), previous = values(previous),
                  origin = values(origin), state = values(state), reason_code = values(reason_code),
                  reason_arguments = values(reason_arguments), changed_at = values(changed_at)
                """,
                        desired.module(),
                        desired.artefact(),
                        desired.previous(),
                        desired.origin(),
                        desired.state(),
                        reasons.code(desired.reason()),
                        reasons.arguments(desired.reason()),
                        desired.changedAt());
    }

    /** Written before a module is started, so that a start that ends the process is known afterwards. */
    public void starting(String module, String node, Instant now) {
        store.sql().update("""
                insert into {control}.modules_start (module, node, tries, began) values (?, ?, 1, ?)
                on duplicate key update tries = tries + 1, began = values(began)
                """, module, node, now);
    }

    /** The start is over, well or not. */
    public void started(String module, String node) {
        store.sql().update("delete from {control}.modules_start where module = ? and node = ?", module, node);
    }

    /** The starts of a node of which nobody heard the end. */
    public List<OpenStart> openStarts(String node) {
        return store.sql()
                .list(
                        "select module, tries from {control}.modules_start where node = ? order by module",
                        row -> new OpenStart(row.string("module"), row.integer("tries")),
                        node);
    }

    private Desired desired(Row row) {
        return new Desired(
                row.string("module"),
                row.string("artefact"),
                row.optionalString("previous"),
                row.enumeration("origin", Origin.class),
                row.enumeration("state", Desired.State.class),
                reasons.of(row),
                row.instant("changed_at"));
    }
}
