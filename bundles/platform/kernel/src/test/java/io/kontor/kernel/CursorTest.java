package io.kontor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWas() {
        Instant at = Instant.parse("2026-02-28T23:59:59.999999Z");
        UUID id = UUID.fromString("01890000-0000-7000-8000-000000000001");
        Cursor read = Cursor.decode(Cursor.of(at, id, "ÄÖ, |", 42).encode());
        assertEquals(at, read.instant(0));
        assertEquals(id, read.uuid(1));
        assertEquals("ÄÖ, |", read.text(2));
        assertEquals(42, read.number(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "eA", "", "bm90IGEga2V5"})
    void aForeignCursorIsRefusedInWords(String text) {
        KontorException refused =
                assertThrows(KontorException.class, () -> Cursor.decode(text).uuid(0));
        assertEquals("request.cursor-invalid", refused.error().code());
    }

    @Test
    void aPageKnowsThatThereIsMoreByTheOneExtraRow() {
        Page<Integer> first = Page.of(List.of(1, 2, 3), 2, n -> Cursor.of(n));
        assertEquals(List.of(1, 2), first.items());
        assertEquals(2, Cursor.decode(first.next().orElseThrow()).number(0));
        assertTrue(Page.of(List.of(3), 2, n -> Cursor.of(n)).next().isEmpty());
    }

    @Test
    void aPageIsNeverLargerThanAllowed() {
        assertEquals(PageRequest.MAX_LIMIT, PageRequest.first(1_000_000).limit());
        assertEquals(1, PageRequest.first(-5).limit());
    }
}
