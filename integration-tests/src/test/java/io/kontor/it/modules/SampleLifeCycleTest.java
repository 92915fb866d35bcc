package io.kontor.it.modules;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.modules.OpenLoop.Target;
import io.kontor.it.story.RunningKontor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A well-behaved module comes, changes, goes back and goes; then five restarts, by stops and by kills in the middle of
 * something, after each of which two updated modules are the updated ones.
 */
@Tag("osgi")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleLifeCycleTest {
    private static final int RESTARTS = 5;
    private static final String PIPELINE = "pipeline";
    private static final String PIPELINE_VERSION = "7.0.0";
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Target SAMPLE = Target.get(SampleKars.MODULE, "/api/sample/notes");

    @RegisterExtension
    static final KontorDistribution kontor =
            KontorDistribution.inPaxExam().withSetting("io.kontor.modules.cfg", "startSeconds = 8");

    private static ModuleDesk desk;
    private static String updated = "";
    private static int restarts;

    @BeforeAll
    static void setUp() throws Exception {
        desk = new ModuleDesk(RunningKontor.setUp(kontor).proprietor());
    }

    @Test
    @Order(1)
    void aModuleComesChangesGoesBackAndGoesWhileItsDataAndEventsAreKept() throws Exception {
        Neighbours.unharmedBy(desk.proprietor(), () -> desk.done(ModuleDesk.INSTALL, SampleKars.first()));
        assertEquals("1.0.0", desk.sampleVersion());
        long noted = desk.sample().path("notes").asLong();
        desk.registerCustomer("first");
        awaitNotes(noted + 1);
        Neighbours.andItself(desk.proprietor(), SAMPLE, () -> {
            desk.done(ModuleDesk.UPDATE, SampleKars.second());
            assertEquals("2.0.0", desk.sampleVersion());
            desk.registerCustomer("second");
            awaitNotes(noted + 2);
            desk.done(ModuleDesk.ROLL_BACK, SampleKars.MODULE);
            assertEquals("1.0.0", desk.sampleVersion());
            desk.registerCustomer("third");
            awaitNotes(noted + 3);
        });
        Neighbours.unharmedBy(desk.proprietor(), () -> desk.done(ModuleDesk.REMOVE, SampleKars.MODULE));
        assertEquals("absent", desk.state(SampleKars.MODULE));
        assertEquals(404, desk.send(Call.get("/api/sample/notes")).status());
        desk.registerCustomer("while-away");
        desk.done(ModuleDesk.INSTALL, SampleKars.second());
        awaitNotes(noted + 4);
        desk.done(ModuleDesk.REMOVE, SampleKars.MODULE);
    }

    @Test
    @Order(2)
    void aBrokenVersionLeavesTheOldOneServing() throws Exception {
        desk.done(ModuleDesk.INSTALL, SampleKars.first());
        Neighbours.andItself(desk.proprietor(), SAMPLE, () -> {
            JsonNode operation = desk.ended(ModuleDesk.UPDATE, SampleKars.broken());
            JsonNode reason = ModuleDesk.expect("rolled-back", operation).path("reason");
            assertEquals("modules.start-threw", reason.path("code").asText(), operation::toString);
        });
        assertEquals("1.0.0", desk.sampleVersion());
        assertEquals("active", desk.state(SampleKars.MODULE));
    }

    @Test
    @Order(3)
    void anUpdatedModuleIsTheUpdatedOneAfterEachStop() throws Exception {
        desk.done(ModuleDesk.UPDATE, SampleKars.second());
        updated = "2.0.0";
        desk.done(ModuleDesk.UPDATE, ShippedKar.of(kontor.home(), PIPELINE).withVersion(PIPELINE_VERSION));
        for (int stop = 1; stop <= 2; stop++) {
            kontor.stop();
            startAgain();
        }
    }

    @Test
    @Order(4)
    void killedDuringAnInstallationItStartsAndSaysWhatHappened() throws Exception {
        String operation = desk.begin(ModuleDesk.INSTALL, HostileKars.hanging());
        await(
                "the start of what hangs",
                SOON,
                () -> desk.operation(operation).path("step").asText().equals("start"));
        kontor.kill();
        startAgain();
        JsonNode after = desk.ended(operation);
        assertEquals("interrupted", after.path("state").asText(), after::toString);
        assertEquals("modules.interrupted", after.path("reason").path("code").asText(), after::toString);
        assertTrue(Set.of("absent", "quarantined").contains(desk.state("hanging")), () -> desk.state("hanging"));
    }

    @Test
    @Order(5)
    void killedAtAnyMomentOfAnUpdateOneOfTheTwoVersionsServes() throws Exception {
        for (int milliseconds : List.of(20, 200)) {
            String wanted = "2.0." + milliseconds;
            String operation = desk.begin(ModuleDesk.UPDATE, SampleKars.version(wanted));
            Thread.sleep(milliseconds);
            kontor.kill();
            kontor.start();
            desk.awaitState(SampleKars.MODULE, "active");
            JsonNode after = desk.ended(operation);
            boolean done = after.path("state").asText().equals("done");
            updated = done ? wanted : updated;
            assertTrue(
                    done || after.path("reason").path("code").asText().equals("modules.interrupted"), after::toString);
            assertBothAreTheUpdatedOnes();
            restarts++;
        }
    }

    @Test
    @Order(6)
    void anUpdatedModuleIsStillTheUpdatedOneAfterFiveRestarts() throws Exception {
        assertEquals(RESTARTS, restarts);
        assertBothAreTheUpdatedOnes();
    }

    private static void startAgain() throws Exception {
        kontor.start();
        assertBothAreTheUpdatedOnes();
        restarts++;
    }

    /** The one that was uploaded, and the one that came with the distribution. */
    private static void assertBothAreTheUpdatedOnes() throws Exception {
        desk.awaitState(SampleKars.MODULE, "active");
        assertEquals(updated, desk.sampleVersion());
        desk.awaitState(PIPELINE, "active");
        assertEquals(PIPELINE_VERSION, desk.module(PIPELINE).path("version").asText());
        desk.send(Call.get("/api/pipeline/pipelines")).expect(200);
    }

    private static void awaitNotes(long count) throws Exception {
        await("note " + count, SOON, () -> desk.sample().path("notes").asLong() == count);
    }
}
