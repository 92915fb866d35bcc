package io.kontor.access.internal.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "access")
class PreferenceServiceTest {

    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));

    private final PreferenceService preferences;

    PreferenceServiceTest(TestDatabase database) {
        preferences = new PreferenceService(
                new PreferenceStore(database.store("access"), new TestClock()), database.transactions());
    }

    @Test
    void whatOneLikesIsKeptForThatUserAlone() {
        preferences.put(ANN, "shell.tour", "done");
        assertEquals(Map.of("shell.tour", "done"), preferences.of(ANN));
        assertEquals(Map.of(), preferences.of(BOB));
    }

    @Test
    void theNewestValueStands() {
        preferences.put(ANN, "shell.theme", "dark");
        preferences.put(ANN, "shell.theme", "light");
        assertEquals(Map.of("shell.theme", "light"), preferences.of(ANN));
    }

    @Test
    void whatIsRemovedIsGoneAndMayBeRemovedAgain() {
        preferences.put(ANN, "shell.tour", "done");
        preferences.remove(ANN, "shell.tour");
        preferences.remove(ANN, "shell.tour");
        assertEquals(Map.of(), preferences.of(ANN));
    }

    @Test
    void aNameOrValueThatIsNoneIsRefusedAndLeavesTheFormerValue() {
        preferences.put(ANN, "shell.tour", "done");
        assertRefused("Shell Tour", "done");
        assertRefused("x".repeat(61), "done");
        assertRefused("shell.tour", "");
        assertRefused("shell.tour", "x".repeat(2001));
        assertEquals(Map.of("shell.tour", "done"), preferences.of(ANN));
    }

    @Test
    void nobodyKeepsMoreThanTheMostButMayChangeWhatIsThere() {
        for (int number = 0; number < PreferenceService.MOST; number++) {
            preferences.put(ANN, "list.n" + number, "x");
        }
        assertRefused("list.more", "x");
        preferences.put(ANN, "list.n0", "y");
        assertEquals("y", preferences.of(ANN).get("list.n0"));
    }

    private void assertRefused(String name, String value) {
        KontorException refused = assertThrows(KontorException.class, () -> preferences.put(ANN, name, value));
        assertEquals(KernelError.INVALID, refused.error());
    }
}
