package io.kontor.it.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.bench.GeneralLog.Entry;
import io.kontor.it.bench.PreparedTexts.Bound;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneralLogTest {

    private static final String LOG = """
            /opt/mariadbd, Version: 11.4.5-MariaDB-log (MariaDB Server). started with:
            Time\t\t    Id Command\tArgument
            261122 10:22:43\t     7 Query\tstart transaction
            \t\t     7 Prepare\tinsert into thing (id, name, price)
            values (?, ?, ?)
            \t\t    12 Execute\tselect 1 from jobs where at <= TIMESTAMP'2026-11-22 10:22:43.5' limit 6
            \t\t     7 Execute\tinsert into thing (id, name, price)
            values ('\\\u00a2\\0\\'', 'O\\'Hara, why?', 7.500000)
            \t\t     7 Query\tcommit
            \t\t     9 Execute\tselect 2 from other
            261122 10:22:44\t     8 Query\tstart transaction
            \t\t     8 Execute\tupdate thing set name = NULL
            """;

    private final PreparedTexts texts = new PreparedTexts();

    @Test
    void aStatementOfSeveralLinesIsOneEntry() {
        List<Entry> entries = GeneralLog.entries(LOG);
        assertEquals(8, entries.size());
        assertEquals(new Entry(7, "Prepare", "insert into thing (id, name, price)\nvalues (?, ?, ?)"), entries.get(1));
        assertEquals(new Entry(7, "Query", "commit"), entries.get(4));
    }

    @Test
    void aTransactionIsAUnitWhatTheProductDoesByItselfAndWhatHasNoEndAreNone() {
        List<Entry> entries = GeneralLog.entries(LOG);
        texts.learn(entries);
        Set<String> foreign = Unit.shapes(GeneralLog.entries(
                "\t\t    12 Execute\tselect 1 from jobs where at <= TIMESTAMP'2026-11-22 09:00:00' limit 6"));
        List<Unit> units = Unit.of(entries, foreign, texts);
        assertEquals(2, units.size());
        assertTrue(units.get(0).transaction());
        assertTrue(units.get(0).mentions("O'Hara, why?"));
        assertFalse(units.get(1).transaction());
        assertFalse(units.get(1).statements().get(0).known());
    }

    @Test
    void parametersComeBackAsTheyWereBound() {
        texts.learn(
                GeneralLog.entries("\t\t 3 Prepare\tselect '?' from a where b = ? and c in (?, ?) and d > ? limit ?"));
        Bound bound = texts.bound("select '?' from a where b = NULL and c in ('\\\u00ffx', 'tab\tand \\n\\\\')"
                + " and d > TIMESTAMP'2026-11-22 10:22:43.500000' limit -51");
        assertEquals("select '?' from a where b = ? and c in (?, ?) and d > ? limit ?", bound.sql());
        assertNull(bound.parameters().get(0));
        assertArrayEquals(
                new byte[] {(byte) 0xff, 'x'}, (byte[]) bound.parameters().get(1));
        assertEquals("tab\tand \n\\", bound.parameters().get(2));
        assertEquals(
                LocalDateTime.parse("2026-11-22T10:22:43.5"), bound.parameters().get(3));
        assertEquals(-51L, bound.parameters().get(4));
    }

    @Test
    void numbersAndControlCharactersAreTold() {
        assertEquals(new BigDecimal("1.500000"), literal("1.500000"));
        assertEquals(2.5e10, literal("2.5e10"));
        assertArrayEquals(new byte[] {0, 0}, (byte[]) literal("'\\0\\0'"));
        assertEquals("\u00fc", literal("'\u00c3\u00bc'"));
        assertTrue(Literal.at("'without an end", 0).isEmpty());
    }

    private static Object literal(String text) {
        Literal literal = Literal.at(text, 0).orElseThrow();
        assertEquals(text.length(), literal.end());
        return Objects.requireNonNull(literal.value());
    }
}
