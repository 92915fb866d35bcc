package io.kontor.testkit.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.UserId;
import io.kontor.store.Sql;
import io.kontor.store.Values;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "library")
class SqlTest {

    private static final String ADD = """
            insert into library_book (id, version, title, isbn, state, bought_at, returned_at, price, owner_id)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    SqlTest(TestDatabase database) {
        sql = database.store("library").sql();
    }

    private static Object[] book(long number) {
        return new Object[] {
            SequentialIds.of(number),
            "What? A \"title\"",
            "isbn-" + number,
            BookRow.State.LENT,
            TestClock.MONDAY,
            Optional.empty(),
            new BigDecimal("12.50"),
            Optional.of(new UserId(SequentialIds.of(99)))
        };
    }

    private List<Long> numbers(List<UUID> ids) {
        return sql.list(
                "select id from library_book where id in (?) order by id",
                row -> row.uuid("id").getLeastSignificantBits() & Long.MAX_VALUE,
                ids);
    }

    @Test
    void valuesComeBackAsTheyWereBound() {
        sql.update(ADD, book(1));

        sql.one("select * from library_book", row -> {
                    assertEquals(SequentialIds.of(1), row.uuid("id"));
                    assertEquals("What? A \"title\"", row.string("title"));
                    assertEquals(BookRow.State.LENT, row.enumeration("state", BookRow.State.class));
                    assertEquals(TestClock.MONDAY, row.instant("bought_at"));
                    assertEquals(Optional.empty(), row.optionalInstant("returned_at"));
                    assertEquals(new BigDecimal("12.50"), row.decimal("price"));
                    assertEquals(Optional.of(SequentialIds.of(99)), row.optionalUuid("owner_id"));
                    return true;
                })
                .orElseThrow();
    }

    @Test
    void aCollectionFillsAsManyPlaceholdersAsItNeeds() {
        sql.batch(ADD, LongStream.rangeClosed(1, 9).mapToObj(SqlTest::book).toList());

        for (int size = 1; size <= 9; size++) {
            List<UUID> ids =
                    LongStream.rangeClosed(1, size).mapToObj(SequentialIds::of).toList();
            assertEquals(LongStream.rangeClosed(1, size).boxed().toList(), numbers(ids));
        }
    }

    @Test
    void anEmptyCollectionMatchesNothing() {
        sql.update(ADD, book(1));

        assertEquals(List.of(), numbers(List.of()));
    }

    @Test
    void valuesStandForTheirElements() {
        Values lent = Values.of(BookRow.State.LENT, Optional.empty(), null);
        sql.update(ADD, book(1));

        assertEquals(
                List.of(true),
                sql.list(
                        "select state = ? and ? is null and ? is null as same from library_book where id in (?)",
                        row -> row.bool("same"),
                        lent,
                        List.of(SequentialIds.of(1), SequentialIds.of(2))));
        assertEquals(
                1,
                sql.update(
                        "update library_book set state = ?, returned_at = ?, owner_id = ? where id = ?",
                        lent,
                        SequentialIds.of(1)));
        assertThrows(IllegalArgumentException.class, () -> sql.update("update library_book set state = ?", lent));
    }

    @Test
    void textThatBeginsAPatternStandsForItself() {
        assertEquals("50!%!_!!%", Sql.beginsWith("50%_!"));
    }

    @Test
    void questionMarksInTextAndCommentsAreNoPlaceholders() {
        List<String> found = sql.list("""
                select 'really?' as a -- why?
                , `x`.b as b from (select ? as b /* or? */) `x`
                """, row -> row.string("a") + row.string("b"), "yes");

        assertEquals(List.of("really?yes"), found);
    }

    @Test
    void aWrongNumberOfParametersIsRefusedBeforeTheDatabaseIsAsked() {
        assertThrows(IllegalArgumentException.class, () -> sql.list("select ? as a", row -> true));
        assertThrows(IllegalArgumentException.class, () -> sql.list("select ? as a", row -> true, 1, 2));
    }

    @Test
    void oneRefusesToChooseAmongSeveral() {
        sql.batch(ADD, List.of(book(1), book(2)));

        assertThrows(IllegalStateException.class, () -> sql.one("select id from library_book", row -> row.uuid("id")));
    }

    @Test
    void aBatchSaysHowManyRowsEachElementChanged() {
        sql.batch(ADD, List.of(book(1), book(2)));

        int[] changed = sql.batch(
                "update library_book set title = ? where id = ? and version = ?",
                List.of(
                        new Object[] {"a", SequentialIds.of(1), 1},
                        new Object[] {"b", SequentialIds.of(2), 7},
                        new Object[] {"c", SequentialIds.of(3), 1}));

        assertArrayEquals(new int[] {1, 0, 0}, changed);
    }

    @Test
    void nullIsReadOnlyByTheOptionalMethods() {
        sql.update(ADD, book(1));

        assertThrows(
                IllegalStateException.class,
                () -> sql.list("select returned_at from library_book", row -> row.instant("returned_at")));
    }

    @Test
    void datesAndMomentsDoNotDependOnTheZoneOfTheProcess() {
        Instant moment = Instant.parse("2026-10-25T00:30:00Z");
        LocalDate day = LocalDate.of(2026, 3, 29);

        sql.one(
                        "select cast(? as datetime(6)) as moment, cast(? as date) as day, cast(? as datetime(6)) = '2026-10-25 00:30:00' as same",
                        row -> {
                            assertEquals(moment, row.instant("moment"));
                            assertEquals(day, row.date("day"));
                            assertEquals(true, row.bool("same"));
                            return true;
                        },
                        moment,
                        day,
                        moment)
                .orElseThrow();
    }
}
