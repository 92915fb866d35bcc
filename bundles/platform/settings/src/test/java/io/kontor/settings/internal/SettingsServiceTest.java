package io.kontor.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.settings.ModuleSettings;
import io.kontor.settings.SecretText;
import io.kontor.settings.Setting;
import io.kontor.settings.SettingsError;
import io.kontor.settings.SettingsEvent;
import io.kontor.testkit.PlainSecrets;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "settings")
class SettingsServiceTest {

    record Shop(
            @Setting(unit = Setting.Unit.DAYS, least = 1, most = 30)
            int days,

            @Setting(choices = {"en", "de"}) String language,
            @Setting(country = true) Optional<String> country,
            @Setting boolean loud,
            @Setting(most = 20) String name,
            @Setting(most = 90) Optional<Integer> delay,
            @Setting Optional<SecretText> key,
            String memory) {
        Shop() {
            this(14, "en", Optional.empty(), false, "Shop", Optional.empty(), Optional.empty(), "untold");
        }
    }

    private record Described(String name, Class<? extends Record> settings) implements ModuleSettings {}

    private static final ModuleSettings SHOP = new Described("shop", Shop.class);

    private final TestDatabase database;
    private final RecordingEvents events = new RecordingEvents();
    private final RecordingAuditLog audit = new RecordingAuditLog();
    private final StoredSettings settings;
    private final SettingsSections sections;
    private final SettingsService service;

    SettingsServiceTest(TestDatabase database) {
        this.database = database;
        SettingsStore store = new SettingsStore(database.store("settings"));
        TestClock clock = new TestClock();
        settings = new StoredSettings(
                store, database.transactions(), database.workspaces(), events, new PlainSecrets(), clock);
        sections = new SettingsSections(settings);
        sections.bind(SHOP);
        service = new SettingsService(sections, store, settings, database.transactions(), audit, clock);
    }

    @Test
    void aSectionNamesWhatPeopleMaySetAndNothingElse() {
        assertEquals(
                List.of("days", "language", "country", "loud", "name", "delay", "key"),
                service.of("shop").fields().stream().map(SettingField::name).toList());
    }

    @Test
    void aChangeIsLiveLoggedAndTold() {
        assertEquals(14, settings.get("shop", Shop.class).days());
        service.change("shop", Map.of("days", IntNode.valueOf(7)), 0);
        assertEquals(7, settings.get("shop", Shop.class).days());
        assertEquals(
                List.of(new RecordingAuditLog.Entry(
                        "settings.changed", SettingsEvent.of("shop"), Map.of("days", "14"), Map.of("days", "7"))),
                audit.entries());
        assertEquals(List.of(new SettingsEvent.Changed("shop")), events.published());
    }

    @Test
    void nullTakesAValueBackToItsDefault() {
        service.change("shop", Map.of("days", IntNode.valueOf(7), "delay", IntNode.valueOf(3)), 0);
        service.change("shop", Map.of("days", NullNode.instance, "delay", NullNode.instance), 1);
        assertEquals(new Shop(), settings.get("shop", Shop.class));
    }

    @Test
    void whatIsSetAlreadyIsNoChange() {
        SettingsService.Section same = service.change("shop", Map.of("days", IntNode.valueOf(14)), 0);
        assertEquals(0, same.version());
        assertEquals(List.of(), audit.entries());
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        service.change("shop", Map.of("days", IntNode.valueOf(7)), 0);
        KontorException stale = assertThrows(
                KontorException.class, () -> service.change("shop", Map.of("days", IntNode.valueOf(8)), 0));
        assertEquals(KernelError.STALE, stale.error());
        assertEquals(1L, stale.arguments().get("current"));
        assertEquals(7, settings.get("shop", Shop.class).days());
    }

    @Test
    void aWrongValueNamesItsFieldAndReasonAndNothingIsSet() {
        assertEquals("between", refused("days", IntNode.valueOf(31)).code());
        assertEquals("whole-number", refused("days", TextNode.valueOf("7")).code());
        assertEquals("choice", refused("language", TextNode.valueOf("fr")).code());
        assertEquals("country", refused("country", TextNode.valueOf("XX")).code());
        assertEquals("yes-or-no", refused("loud", IntNode.valueOf(1)).code());
        assertEquals(
                "too-long", refused("name", TextNode.valueOf("n".repeat(21))).code());
        assertEquals("missing", refused("name", TextNode.valueOf(" ")).code());
        assertEquals("no-setting", refused("memory", TextNode.valueOf("x")).code());
        assertEquals(new Shop(), settings.get("shop", Shop.class));
    }

    private Reason refused(String field, JsonNode value) {
        Map<String, JsonNode> patch = new LinkedHashMap<>(Map.of("loud", BooleanNode.TRUE));
        patch.put(field, value);
        KontorException refused = assertThrows(KontorException.class, () -> service.change("shop", patch, 0));
        assertEquals(KernelError.INVALID, refused.error());
        assertEquals(field, refused.arguments().get("field"));
        return (Reason) refused.arguments().get("reason");
    }

    @Test
    void aSecretIsSealedOpenedForItsModuleAndShownToNobody() {
        SettingsService.Section section = service.change("shop", Map.of("key", TextNode.valueOf("s3cret")), 0);
        assertEquals(
                Optional.of(new SecretText("s3cret")),
                settings.get("shop", Shop.class).key());
        assertFalse(stored().contains("s3cret"));
        SectionJson.FieldJson shown =
                SectionJson.of(section, permission -> true).fields().get(6);
        assertEquals(Optional.empty(), shown.value());
        assertTrue(shown.given());
        assertFalse(audit.entries().toString().contains("s3cret"));
    }

    @Test
    void aSecretThatTheModuleItselfPutIsSealedToo() {
        settings.put(
                "shop",
                new Shop(
                        1,
                        "en",
                        Optional.empty(),
                        true,
                        "a",
                        Optional.empty(),
                        Optional.of(new SecretText("s3cret")),
                        ""));
        assertFalse(stored().contains("s3cret"));
        assertEquals(
                "s3cret", settings.get("shop", Shop.class).key().orElseThrow().plain());
    }

    private String stored() {
        return database.store("settings")
                .sql()
                .one("select value from settings_value where module = 'shop'", row -> row.string("value"))
                .orElseThrow();
    }

    @Test
    void aModuleThatIsAwayHasNoSectionAndKeepsItsValues() {
        service.change("shop", Map.of("days", IntNode.valueOf(7)), 0);
        sections.unbind(SHOP);
        assertEquals(List.of(), service.all());
        KontorException away = assertThrows(KontorException.class, () -> service.of("shop"));
        assertEquals(SettingsError.MODULE_UNKNOWN, away.error());
        sections.bind(SHOP);
        assertEquals(7, service.of("shop").values().path("days").intValue());
        assertEquals(1, service.of("shop").version());
    }

    @Test
    void whatAnotherVersionOfTheModuleStoredStays() {
        database.store("settings")
                .sql()
                .update("insert into settings_value values ('shop', '{\"ofLater\":5}', 1, now(6))");
        service.change("shop", Map.of("days", IntNode.valueOf(7)), 1);
        assertEquals("{\"ofLater\":5,\"days\":7}", stored());
    }
}
