package io.kontor.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceId;
import io.kontor.settings.SettingsError;
import io.kontor.settings.SettingsEvent;
import io.kontor.testkit.PlainSecrets;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "settings")
class StoredSettingsTest {

    record Shop(String word, int days, Optional<String> note) {
        Shop() {
            this("order", 14, Optional.empty());
        }
    }

    record ShopOfNextRelease(String word, boolean loud) {
        ShopOfNextRelease() {
            this("order", true);
        }
    }

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final StoredSettings settings;

    StoredSettingsTest(TestDatabase database) {
        this.database = database;
        this.settings = node();
    }

    @Test
    void whatWasNeverSetHasTheRecordsDefaults() {
        assertEquals(new Shop(), settings.get("shop", Shop.class));
    }

    @Test
    void aChangeIsSeenAtOnce() {
        settings.get("shop", Shop.class);
        settings.put("shop", new Shop("deal", 7, Optional.of("x")));
        assertEquals(new Shop("deal", 7, Optional.of("x")), settings.get("shop", Shop.class));
    }

    @Test
    void aChangeThatIsRolledBackWasNeverThere() {
        assertThrows(
                IllegalStateException.class,
                () -> database.transactions().run(() -> {
                    settings.put("shop", new Shop("deal", 7, Optional.empty()));
                    throw new IllegalStateException("no");
                }));
        assertEquals(new Shop(), settings.get("shop", Shop.class));
    }

    @Test
    void anotherNodeSeesAChangeWithinSeconds() {
        StoredSettings other = node();
        other.get("shop", Shop.class);
        settings.put("shop", new Shop("deal", 7, Optional.empty()));
        clock.advance(Duration.ofSeconds(6));
        assertEquals("deal", other.get("shop", Shop.class).word());
    }

    @Test
    void anotherNodeSeesAChangeAtOnceWhenItHearsOfIt() {
        StoredSettings other = node();
        other.get("shop", Shop.class);
        settings.put("shop", new Shop("deal", 7, Optional.empty()));
        other.forget(database.workspaces().current(), SettingsEvent.of("shop").id());
        assertEquals("deal", other.get("shop", Shop.class).word());
    }

    @Test
    void anotherVersionOfTheModuleFindsWhatItKnows() {
        settings.put("shop", new Shop("deal", 7, Optional.empty()));
        assertEquals(new ShopOfNextRelease("deal", true), settings.get("shop", ShopOfNextRelease.class));
    }

    @Test
    void aValueOfAnotherShapeIsNamed() {
        database.store("settings")
                .sql()
                .update("insert into settings_value values ('shop', '{\"days\":\"many\"}', 1, now(6))");
        KontorException refused = assertThrows(KontorException.class, () -> settings.get("shop", Shop.class));
        assertEquals(SettingsError.VALUE_UNREADABLE, refused.error());
    }

    @Test
    void eachWorkspaceHasItsOwn() {
        settings.put("shop", new Shop("deal", 7, Optional.empty()));
        WorkspaceId second = new WorkspaceId("second");
        database.addWorkspace("second");
        database.workspaces().run(second, () -> assertEquals(new Shop(), settings.get("shop", Shop.class)));
    }

    private StoredSettings node() {
        return new StoredSettings(
                new SettingsStore(database.store("settings")),
                database.transactions(),
                database.workspaces(),
                new RecordingEvents(),
                new PlainSecrets(),
                clock);
    }
}
