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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A well-behaved module comes, changes, goes back and goes; and what a kill in the middle leaves. */
@Tag("osgi")
class SampleLifeCycleTest {
    private static final int RESTARTS = 5;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Target SAMPLE = Target.get(SampleKars.MODULE, "/api/sample/notes");

    @RegisterExtension
    static final KontorDistribution kontor =
            KontorDistribution.inPaxExam().withSetting("io.kontor.modules.cfg", "startSeconds = 8");

    private static ModuleDesk desk;

    @BeforeAll
    static void setUp() throws Exception {
        desk = new ModuleDesk(RunningKontor.setUp(kontor).proprietor());
    }

    @AfterEach
    void removeTheSample() throws Exception {
        if (desk.find(SampleKars.MODULE).isPresent()) {
            desk.done(ModuleDesk.REMOVE, SampleKars.MODULE);
        }
    }

    @Test
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
    }

    @Test
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
    void anUpdatedModuleIsStillTheUpdatedOneAfterFiveRestarts() throws Exception {
        desk.done(ModuleDesk.INSTALL, SampleKars.first());
        desk.done(ModuleDesk.UPDATE, SampleKars.second());
        desk.done(ModuleDesk.UPDATE, ShippedKar.of(kontor.home(), "pipeline").withVersion("7.0.0"));
        for (int restart = 1; restart <= RESTARTS; restart++) {
            if (restart % 2 == 0) {
                kontor.kill();
            } else {
                kontor.stop();
            }
            kontor.start();
            desk.awaitState(SampleKars.MODULE, "active");
            assertEquals("2.0.0", desk.sampleVersion());
            desk.awaitState("pipeline", "active");
            assertEquals("7.0.0", desk.module("pipeline").path("version").asText());
            desk.send(Call.get("/api/pipeline/pipelines")).expect(200);
        }
    }

    @Test
    void killedDuringAnInstallationItStartsAndSaysWhatHappened() throws Exception {
        desk.done(ModuleDesk.INSTALL, SampleKars.first());
        String operation = desk.begin(ModuleDesk.INSTALL, HostileKars.hanging());
        await(
                "the start of what hangs",
                SOON,
                () -> desk.operation(operation).path("step").asText().equals("start"));
        kontor.kill();
        kontor.start();
        JsonNode after = desk.ended(operation);
        assertEquals("interrupted", after.path("state").asText(), after::toString);
        assertEquals("modules.interrupted", after.path("reason").path("code").asText(), after::toString);
        assertTrue(Set.of("absent", "quarantined").contains(desk.state("hanging")), () -> desk.state("hanging"));
        desk.awaitState(SampleKars.MODULE, "active");
        assertEquals("1.0.0", desk.sampleVersion());
    }

    @Test
    void killedAtAnyMomentOfAnUpdateOneOfTheTwoVersionsServes() throws Exception {
        desk.done(ModuleDesk.INSTALL, SampleKars.first());
        for (int milliseconds : List.of(20, 200)) {
            String operation = desk.begin(ModuleDesk.UPDATE, SampleKars.version("2.0." + milliseconds));
            Thread.sleep(milliseconds);
            kontor.kill();
            kontor.start();
            desk.awaitState(SampleKars.MODULE, "active");
            JsonNode after = desk.ended(operation);
            boolean done = after.path("state").asText().equals("done");
            assertEquals(done, desk.sampleVersion().equals("2.0." + milliseconds), after::toString);
            assertTrue(
                    done || after.path("reason").path("code").asText().equals("modules.interrupted"), after::toString);
        }
    }

    private static void awaitNotes(long count) throws Exception {
        await("note " + count, SOON, () -> desk.sample().path("notes").asLong() == count);
    }
}
