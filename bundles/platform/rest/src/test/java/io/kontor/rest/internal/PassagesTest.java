package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassagesTest {
    private static final int MOST_INSIDE = 3;

    private final Passages passages = new Passages(name -> true, () -> 1_000, 10, MOST_INSIDE);

    @AfterEach
    void stop() {
        passages.stop();
    }

    @Test
    void aModuleWhoseRequestsDoNotEndTakesNoMoreThanItsShare() {
        for (int i = 0; i < MOST_INSIDE; i++) {
            assertTrue(passages.enter("sleeping"));
        }
        assertFalse(passages.enter("sleeping"));
        assertEquals(MOST_INSIDE, passages.inside("sleeping"));
        assertTrue(passages.enter("customer"), "another module's way is free");
    }

    @Test
    void whoLeavesMakesRoom() {
        for (int i = 0; i < MOST_INSIDE; i++) {
            passages.enter("note");
        }
        passages.leave("note");
        assertTrue(passages.enter("note"));
    }
}
