package io.kontor.testkit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.store.Store;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import io.kontor.testkit.kernel.SequentialIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "library", control = "house")
class EntitiesTest {

    /** In the night when Berlin has no such local time: a detour over a time zone would move it. */
    private static final Instant NIGHT = Instant.parse("2026-03-29T01:30:00.123456Z");

    private final Transactions transactions;
    private final Store library;
    private final Store house;

    EntitiesTest(TestDatabase database) {
        transactions = database.transactions();
        library = database.store("library");
        house = database.store("house");
    }

    private static UUID id(long number) {
        return SequentialIds.of(number);
    }

    @Test
    void anEntityWithUuidAndInstantIsReadBackAsItWasWritten() {
        BookRow written = new BookRow(id(1), "978-1", NIGHT);
        written.ownerId = id(7);
        transactions.run(() -> library.entities().persist(written));

        transactions.run(() -> {
            BookRow read = library.entities().find(BookRow.class, id(1));
            assertEquals(NIGHT, read.boughtAt);
            assertEquals(id(7), read.ownerId);
            assertEquals(BookRow.State.SHELF, read.state);
            assertNull(read.returnedAt);
        });
        assertEquals(
                Optional.of(NIGHT),
                library.sql()
                        .one(
                                "select bought_at from library_book where id = ? and owner_id = ?",
                                row -> row.instant("bought_at"),
                                id(1),
                                id(7)));
    }

    @Test
    void jpqlTakesUuidsAndInstantsAsParameters() {
        transactions.run(() -> library.entities().persist(new BookRow(id(1), "978-1", NIGHT)));

        List<UUID> found = transactions.call(() -> library.entities()
                .createQuery("select b.id from BookRow b where b.id in :ids and b.boughtAt = :at", UUID.class)
                .setParameter("ids", List.of(id(1), id(2)))
                .setParameter("at", NIGHT)
                .getResultList());

        assertEquals(List.of(id(1)), found);
    }

    @Test
    void aChangedEntityGetsTheNextVersion() {
        transactions.run(() -> library.entities().persist(new BookRow(id(1), "978-1", NIGHT)));
        transactions.run(() -> library.entities().find(BookRow.class, id(1)).state = BookRow.State.LENT);

        long version = library.sql()
                .one(
                        "select version from library_book where state = ?",
                        row -> row.number("version"),
                        BookRow.State.LENT)
                .orElseThrow();

        assertEquals(2, version);
    }

    @Test
    void aDuplicateNamesTheKeyAtFlushAndAtCommit() {
        transactions.run(() -> library.entities().persist(new BookRow(id(1), "978-1", NIGHT)));

        UniqueViolation atFlush = assertThrows(
                UniqueViolation.class,
                () -> transactions.run(() -> {
                    library.entities().persist(new BookRow(id(2), "978-1", NIGHT));
                    library.flush();
                }));
        UniqueViolation atCommit = assertThrows(
                UniqueViolation.class,
                () -> transactions.run(() -> library.entities().persist(new BookRow(id(3), "978-1", NIGHT))));

        assertEquals("library_book_isbn", atFlush.key());
        assertEquals("library_book_isbn", atCommit.key());
    }

    @Test
    void entitiesOfAWorkspaceAndOfTheControlDatabaseCommitTogether() {
        transactions.run(() -> {
            library.entities().persist(new BookRow(id(1), "978-1", NIGHT));
            house.entities().persist(new RoomRow(1, "hall"));
        });
        assertThrows(
                UniqueViolation.class,
                () -> transactions.run(() -> {
                    library.entities().persist(new BookRow(id(2), "978-2", NIGHT));
                    house.entities().persist(new RoomRow(2, "hall"));
                }));

        assertEquals(List.of("978-1"), library.sql().list("select isbn from library_book", row -> row.string("isbn")));
    }

    @Test
    void entitiesAreOnlyToBeHadInATransaction() {
        assertThrows(IllegalStateException.class, library::entities);
        assertTrue(transactions.call(() -> library.entities().isOpen()));
    }
}
