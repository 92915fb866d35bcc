package io.kontor.testkit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import io.kontor.store.StoreException;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "library", control = "house")
class TransactionsTest {

    private static final String ADD_BOOK = """
            insert into library_book (id, version, title, isbn, state, bought_at) values (?, 1, ?, ?, 'SHELF', ?)
            """;
    private static final String ADD_ROOM = "insert into {control}.house_room (id, name) values (?, ?)";

    private final TestDatabase database;
    private final Transactions transactions;
    private final Sql library;
    private final Sql house;

    TransactionsTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.transactions();
        this.library = database.store("library").sql();
        this.house = database.store("house").sql();
    }

    private void addBook(long number) {
        library.update(ADD_BOOK, SequentialIds.of(number), "Title " + number, "isbn-" + number, TestClock.MONDAY);
    }

    private List<String> books() {
        return library.list("select isbn from library_book order by isbn", row -> row.string("isbn"));
    }

    private List<String> rooms() {
        return house.list("select name from {control}.house_room order by name", row -> row.string("name"));
    }

    @Test
    void twoModulesCommitTogether() {
        transactions.run(() -> {
            addBook(1);
            house.update(ADD_ROOM, 1, "hall");
        });

        assertEquals(List.of("isbn-1"), books());
        assertEquals(List.of("hall"), rooms());
    }

    @Test
    void twoModulesRollBackTogether() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> transactions.run(() -> {
                    house.update(ADD_ROOM, 1, "hall");
                    addBook(1);
                    throw new IllegalArgumentException("no");
                }));

        assertEquals("no", thrown.getMessage());
        assertEquals(List.of(), books());
        assertEquals(List.of(), rooms());
    }

    @Test
    void aFailedPartDoomsTheWholeEvenIfItsCallerGoesOn() {
        IllegalArgumentException inner = new IllegalArgumentException("inner");

        IllegalStateException outer = assertThrows(
                IllegalStateException.class,
                () -> transactions.run(() -> {
                    addBook(1);
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> transactions.run(() -> {
                                throw inner;
                            }));
                }));

        assertSame(inner, outer.getCause());
        assertEquals(List.of(), books());
    }

    @Test
    void aViolatedKeyIsNamedAndMayBeHandledInsideTheTransaction() {
        addBook(1);

        transactions.run(() -> {
            UniqueViolation violation = assertThrows(
                    UniqueViolation.class,
                    () -> library.update(ADD_BOOK, SequentialIds.of(2), "Other", "isbn-1", TestClock.MONDAY));
            assertEquals("library_book_isbn", violation.key());
            addBook(3);
        });

        assertEquals(List.of("isbn-1", "isbn-3"), books());
    }

    @Test
    void afterCommitRunsOnlyAfterACommit() {
        List<String> done = new ArrayList<>();

        transactions.run(() -> {
            transactions.afterCommit(() -> done.add("after"));
            transactions.run(() -> transactions.afterCommit(() -> done.add("after nested")));
            done.add("work");
        });
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions.run(() -> {
                    transactions.afterCommit(() -> done.add("never"));
                    throw new IllegalArgumentException();
                }));

        assertEquals(List.of("work", "after", "after nested"), done);
    }

    @Test
    void whatFailsAfterTheCommitDoesNotUndoIt() {
        transactions.run(() -> {
            addBook(1);
            transactions.afterCommit(() -> {
                throw new IllegalStateException("listener");
            });
        });

        assertEquals(List.of("isbn-1"), books());
    }

    @Test
    void readingRefusesToWrite() {
        assertThrows(IllegalStateException.class, () -> transactions.read(() -> library.update(ADD_ROOM, 1, "x")));
        assertThrows(
                IllegalStateException.class, () -> transactions.read(() -> transactions.call(() -> "a transaction")));
        assertFalse(transactions.<Boolean>read(transactions::active));
        assertTrue(transactions.<Boolean>call(transactions::active));
    }

    @Test
    void workThatMeetsADeadlockIsDoneAgain() throws InterruptedException, ExecutionException {
        house.update(ADD_ROOM, 1, "one");
        house.update(ADD_ROOM, 2, "two");
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);

        Future<?> first = threads.submit(() -> lockBoth(1, 2, bothHaveOne, attempts));
        Future<?> second = threads.submit(() -> lockBoth(2, 1, bothHaveOne, attempts));
        first.get();
        second.get();
        threads.shutdown();

        assertEquals(3, attempts.get());
        assertEquals(List.of("one++", "two++"), rooms());
    }

    private void lockBoth(int first, int second, CyclicBarrier bothHaveOne, AtomicInteger attempts) {
        AtomicInteger mine = new AtomicInteger();
        transactions.run(() -> {
            attempts.incrementAndGet();
            extend(first);
            if (mine.incrementAndGet() == 1) {
                await(bothHaveOne);
            }
            extend(second);
        });
    }

    private void extend(int room) {
        house.update("update {control}.house_room set name = concat(name, '+') where id = ?", room);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anUnboundThreadIsAnErrorForAWorkspaceAndFineForControl() throws InterruptedException, ExecutionException {
        ExecutorService unbound = Executors.newSingleThreadExecutor();

        KontorException refused = unbound.submit(() -> assertThrows(KontorException.class, this::books))
                .get();
        List<String> rooms = unbound.submit(this::rooms).get();
        unbound.shutdown();

        assertEquals(KernelError.WORKSPACE_UNBOUND, refused.error());
        assertEquals(List.of(), rooms);
    }

    @Test
    void aConnectionNeverStandsInTheWrongWorkspace() {
        WorkspaceId other = database.addWorkspace("other");

        for (long i = 0; i < 30; i++) {
            long number = i;
            addBook(number * 2);
            database.workspaces().run(other, () -> addBook(number * 2 + 1));
        }

        assertTrue(books().stream().allMatch(isbn -> Integer.parseInt(isbn.substring(5)) % 2 == 0));
        assertEquals(30, books().size());
        assertEquals(30, database.workspaces().call(other, this::books).size());
    }

    @Test
    void aTransactionMayNotGoOnInAnotherWorkspace() {
        WorkspaceId third = database.addWorkspace("third");

        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(() -> {
                    addBook(1);
                    database.workspaces().run(third, () -> addBook(2));
                }));

        assertEquals(List.of(), books());
        assertEquals(List.of(), database.workspaces().call(third, this::books));
    }

    @Test
    void aWorkspaceThatIsNotUpToDateIsRefusedWithItsOwnCode() {
        KontorException refused = assertThrows(
                KontorException.class, () -> database.workspaces().run(new WorkspaceId("nowhere"), this::books));

        assertEquals(KernelError.WORKSPACE_MIGRATING, refused.error());
    }

    @Test
    void migrationsRunOnceAndOnlyWhereTheFingerprintDiffers() {
        Store store = database.store("library");
        database.engine().prepare(database.workspace());
        long before = history(store);

        database.addWorkspace(database.workspace().value());
        assertEquals(before, history(store));

        store.sql().update("delete from store_fingerprint where module = 'library'");
        database.addWorkspace(database.workspace().value());
        assertEquals(before, history(store));
        assertEquals(
                1,
                store.sql()
                        .list("select module from store_fingerprint where module = 'library'", row -> true)
                        .size());
    }

    private static long history(Store store) {
        return store.sql()
                .one("select count(*) as n from library_schema_history", row -> row.number("n"))
                .orElseThrow();
    }

    @Test
    void aStatementThatTheDatabaseRefusesSaysWhichItWas() {
        StoreException failure =
                assertThrows(StoreException.class, () -> library.list("select nothing from library_book", row -> true));

        assertTrue(failure.getMessage().contains("select nothing from library_book"), failure.getMessage());
        assertEquals(List.of(), books());
    }
}
