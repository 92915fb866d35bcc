package io.kontor.sample;

import io.kontor.store.Store;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The module's one table. */
@Component(service = NoteStore.class)
public final class NoteStore {
    private final Store store;

    @Activate
    public NoteStore(@Reference(target = "(unit=sample)") Store store) {
        this.store = store;
    }

    /** A customer was registered; each is noted once, or its key is violated. */
    void note(UUID customer) {
        store.sql().update("insert into sample_note (customer_id) values (?)", customer);
    }

    long count() {
        return store.sql()
                .one("select count(*) as notes from sample_note", row -> row.number("notes"))
                .orElseThrow();
    }
}
