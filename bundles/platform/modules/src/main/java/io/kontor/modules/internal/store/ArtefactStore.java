package io.kontor.modules.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.kernel.Json;
import io.kontor.modules.internal.archive.ModuleArchive.Description;
import io.kontor.store.Row;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archives, with their bytes in parts that any server takes. */
@Component(service = ArtefactStore.class)
public final class ArtefactStore {

    private static final int PART_BYTES = 1024 * 1024;

    private final Store store;
    private final Transactions transactions;
    private final JsonMapper json = Json.mapper();

    @Activate
    public ArtefactStore(@Reference(target = "(unit=modules)") Store store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Keeps an archive; one that is kept already stays as it is, but may turn out to be of the distribution. */
    public void add(Artefact artefact, Path file) {
        transactions.run(() -> {
            if (find(artefact.id()).isPresent()) {
                if (artefact.origin() == Origin.SHIPPED) {
                    store.sql()
                            .update(
                                    "update {control}.modules_artefact set origin = ? where id = ?",
                                    artefact.origin(),
                                    artefact.id());
                }
                return;
            }
            insert(artefact);
            insertParts(artefact.id(), file);
        });
    }

    private void insert(Artefact artefact) {
        store.sql()
                .update(
                        """
                insert into {control}.modules_artefact
                  (id, module, version, origin, signer, size, description, stored_at, stored_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                        artefact.id(),
                        artefact.module(),
                        artefact.version().toString(),
                        artefact.origin(),
                        artefact.signer(),
                        artefact.size(),
                        write(artefact.description()),
                        artefact.storedAt(),
                        artefact.storedBy());
    }

    private void insertParts(String id, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] part = content.readNBytes(PART_BYTES);
            for (int number = 0; part.length > 0; number++) {
                store.sql()
                        .update(
                                "insert into {control}.modules_artefact_part (artefact, number, bytes) values (?, ?, ?)",
                                id,
                                number,
                                part);
                part = content.readNBytes(PART_BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + file + " cannot be read", e);
        }
    }

    public Optional<Artefact> find(String id) {
        return store.sql().one("""
                select id, module, version, origin, signer, size, description, stored_at, stored_by
                from {control}.modules_artefact where id = ?
                """, this::artefact, id);
    }

    /** All archives, by module. */
    public List<Artefact> all() {
        return store.sql().list("""
                select id, module, version, origin, signer, size, description, stored_at, stored_by
                from {control}.modules_artefact order by module, stored_at desc, id
                """, this::artefact);
    }

    /** Writes the archive's bytes into a file; false if there is none of that id. */
    public boolean copy(String id, Path target) {
        int number = 0;
        try (OutputStream file = Files.newOutputStream(target)) {
            Optional<byte[]> part = part(id, number);
            while (part.isPresent()) {
                file.write(part.get());
                number++;
                part = part(id, number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be written to " + target, e);
        }
        return number > 0;
    }

    private Optional<byte[]> part(String id, int number) {
        return store.sql()
                .one(
                        "select bytes from {control}.modules_artefact_part where artefact = ? and number = ?",
                        row -> row.bytes("bytes"),
                        id,
                        number);
    }

    public void delete(String id) {
        transactions.run(() -> {
            store.sql().update("delete from {control}.modules_artefact_part where artefact = ?", id);
            store.sql().update("delete from {control}.modules_artefact where id = ?", id);
        });
    }

    private Artefact artefact(Row row) {
        return new Artefact(
                row.string("id"),
                row.string("module"),
                Version.parseVersion(row.string("version")),
                row.enumeration("origin", Origin.class),
                row.optionalString("signer"),
                row.number("size"),
                description(row.string("description")),
                row.instant("stored_at"),
                row.optionalString("stored_by"));
    }

    private String write(Description description) {
        try {
            return json.writeValueAsString(description);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A description is always JSON", e);
        }
    }

    private Description description(String text) {
        try {
            return json.readValue(text, Description.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored description of an archive is damaged", e);
        }
    }
}
