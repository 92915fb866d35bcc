package io.kontor.it.modules;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.modules.OpenLoop.Target;
import io.kontor.it.story.RunningKontor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each hostile module hurts nobody else, says in words what is wrong with it, and does not hang the next start. */
@Tag("osgi")
class HostileModulesTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final double HEAP_LIMIT = 200;

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.inPaxExam()
            .withSetting("io.kontor.modules.cfg", "startSeconds = 8")
            .withSetting("io.kontor.modules.cfg", "readySeconds = 3");

    private static ModuleDesk desk;

    @BeforeAll
    static void setUp() throws Exception {
        desk = new ModuleDesk(RunningKontor.setUp(kontor).proprietor());
    }

    @Test
    void whatDoesNotResolveIsRefusedByItsPlan() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            JsonNode plan = desk.plan(ModuleDesk.INSTALL, HostileKars.unresolvable());
            assertReason("modules.unresolved", "org.example.absent", plan.path("refusal"));
        });
        assertEquals("absent", desk.state("unresolvable"));
    }

    @Test
    void whatContainsPackagesOfTheBaseIsRefusedByItsPlan() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            JsonNode plan = desk.plan(ModuleDesk.INSTALL, HostileKars.exportingTheBase());
            assertReason("modules.exports-base", "io.kontor.kernel", plan.path("refusal"));
        });
    }

    @Test
    void whatContainsPackagesOfAnotherModuleIsRefusedByItsPlan() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            JsonNode plan = desk.plan(ModuleDesk.INSTALL, HostileKars.exportingThePipeline());
            assertReason("modules.exports-other", "io.kontor.pipeline", plan.path("refusal"));
        });
    }

    @Test
    void anActivatorThatThrowsFailsTheInstallationAndLeavesNothing() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            JsonNode operation = desk.ended(ModuleDesk.INSTALL, HostileKars.throwing());
            assertReason("modules.start-threw", "The cellar is flooded", failed(operation));
        });
        assertEquals("absent", desk.state("throwing"));
    }

    @Test
    void aComponentThatThrowsFailsTheInstallationAndLeavesNothing() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            JsonNode operation = desk.ended(ModuleDesk.INSTALL, HostileKars.failing());
            assertReason("modules.start-threw", "The attic is on fire", failed(operation));
        });
        assertEquals("absent", desk.state("failing"));
    }

    @Test
    void aStartThatHangsIsContainedAndNotTriedAtTheNextStart() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            JsonNode operation = desk.ended(ModuleDesk.INSTALL, HostileKars.hanging());
            assertReason("modules.start-hangs", "8 s", failed(operation));
        });
        kontor.kill();
        kontor.start();
        assertFalse(List.of("active", "starting").contains(desk.state("hanging")));
        Footprint after = Footprint.of(kontor.pid());
        assertEquals(
                0,
                after.threads().keySet().stream()
                        .filter(name -> name.contains("hanging"))
                        .count());
    }

    @Test
    void threadsThatAreLeftBehindAreThoseOfTheModuleAlone() throws Exception {
        desk.done(ModuleDesk.INSTALL, HostileKars.leaking("1.0.0"));
        Footprint before = Footprint.of(kontor.pid());
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            for (int i = 1; i <= 5; i++) {
                desk.done(ModuleDesk.UPDATE, HostileKars.leaking("1.0." + i));
            }
            desk.done(ModuleDesk.REMOVE, "leaking");
        });
        Footprint after = Footprint.of(kontor.pid());
        assertEquals(5, after.moreThreadsThan(before).getOrDefault("hostile-leak", 0));
        assertTrue(after.heapMebibytes() - before.heapMebibytes() < 5 + 10, before + " and then " + after);
    }

    @Test
    void eventsWithoutEndThatNobodyCanHandleHoldUpNobodyElses() throws Exception {
        desk.done(ModuleDesk.INSTALL, SampleKars.first());
        long noted = desk.sample().path("notes").asLong();
        Neighbours.unharmedBy(desk.proprietor(), () -> {
            desk.done(ModuleDesk.INSTALL, HostileKars.flooding());
            for (int i = 1; i <= 5; i++) {
                Thread.sleep(1_000); // the flood rises meanwhile
                desk.registerCustomer("flooded" + i);
                awaitNotes(noted + i);
            }
            desk.done(ModuleDesk.REMOVE, "flooding");
        });
        desk.registerCustomer("dry");
        awaitNotes(noted + 6);
        assertHeapBounded();
        desk.done(ModuleDesk.REMOVE, SampleKars.MODULE);
    }

    @Test
    void whoSleepsInHandlersHoldsUpNobodyElse() throws Exception {
        desk.done(ModuleDesk.INSTALL, SampleKars.first());
        long noted = desk.sample().path("notes").asLong();
        desk.done(ModuleDesk.INSTALL, HostileKars.sleeping());
        desk.send(Call.of("POST", "/api/sleeping/naps").with("Content-Type", "application/json"));
        Target nap = new Target("sleeping", () -> Call.get("/api/sleeping/naps"), 200);
        try (OpenLoop sleepers = OpenLoop.start(desk.proprietor(), 20, List.of(nap))) {
            Neighbours.unharmedBy(desk.proprietor(), () -> {
                for (int i = 1; i <= 5; i++) {
                    desk.registerCustomer("sleeper" + i);
                    awaitNotes(noted + i);
                    Thread.sleep(1_000); // more of them fall asleep
                }
            });
            assertTrue(sleepers.sent() > 60, "more sleep than there are threads for requests");
        }
        Neighbours.unharmedBy(desk.proprietor(), () -> desk.done(ModuleDesk.REMOVE, "sleeping"));
        assertHeapBounded();
        desk.done(ModuleDesk.REMOVE, SampleKars.MODULE);
    }

    private static void awaitNotes(long count) throws Exception {
        await("note " + count, SOON, () -> desk.sample().path("notes").asLong() == count);
    }

    private static void assertHeapBounded() throws Exception {
        Footprint footprint = Footprint.of(kontor.pid());
        assertTrue(footprint.heapMebibytes() < HEAP_LIMIT, footprint::toString);
    }

    /** The reason of an operation that failed. */
    private static JsonNode failed(JsonNode operation) {
        return ModuleDesk.expect("failed", operation).path("reason");
    }

    private static void assertReason(String code, String word, JsonNode reason) {
        assertEquals(code, reason.path("code").asText(), reason::toString);
        assertTrue(said(reason).contains(word), reason::toString);
    }

    /** The words of a reason, with its arguments in their places. */
    private static String said(JsonNode reason) {
        String words = reason.path("words").asText();
        for (Map.Entry<String, JsonNode> argument : reason.path("arguments").properties()) {
            words = words.replace(
                    "{" + argument.getKey() + "}", argument.getValue().asText());
        }
        return words;
    }
}
