package io.kontor.customer.internal.timeline;

import io.kontor.store.Store;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The notes. */
@Component(service = NoteStore.class)
public final class NoteStore {

    private final Store store;

    @Activate
    public NoteStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    void insert(Note note) {
        store.entities().persist(NoteRow.of(note));
        store.flush();
    }

    /** Reads a note and holds it against other changes until the transaction ends. */
    Optional<Note> lock(UUID id) {
        return Optional.ofNullable(store.entities().find(NoteRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(NoteRow::note);
    }

    void update(Note note) {
        store.entities().find(NoteRow.class, note.id()).take(note);
        store.flush();
    }

    void delete(UUID id) {
        store.entities().remove(store.entities().find(NoteRow.class, id));
        store.flush();
    }
}
