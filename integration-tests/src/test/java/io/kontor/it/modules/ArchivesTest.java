package io.kontor.it.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import io.kontor.it.story.RunningKontor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people upload: broken archives are refused with a reason in words, and nobody is trusted by accident. */
@Tag("osgi")
@Tag("side-by-side")
class ArchivesTest {
    private static final int MOST = 32 << 20;

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.inPaxExam();

    private static ModuleDesk desk;

    @BeforeAll
    static void setUp() throws Exception {
        desk = new ModuleDesk(RunningKontor.setUp(kontor).proprietor());
    }

    @TestFactory
    Stream<DynamicTest> aBrokenArchiveIsRefusedInWordsAndNotKept() throws Exception {
        return BrokenKars.all().entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(broken.getKey(), () -> refused(broken.getValue())));
    }

    private static void refused(byte[] file) throws Exception {
        JsonNode before = desk.artefacts();
        JsonNode problem =
                desk.send(file).problem(422, "modules.archive-broken").json();
        JsonNode arguments = problem.path("arguments");
        assertTrue(arguments.path("reasonCode").asText().startsWith("modules."), problem::toString);
        assertTrue(arguments.path("reason").asText().contains(" "), problem::toString);
        assertEquals(before, desk.artefacts());
        assertFalse(Files.exists(Path.of("/tmp/kontor-outside.txt")));
        try (Stream<Path> tree = Files.walk(kontor.data())) {
            assertTrue(tree.noneMatch(path -> path.endsWith("outside.txt")));
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertEquals(413, desk.send(new byte[MOST + 1]).status());
    }

    @Test
    void aBundleWithTheNameOfOneOfTheBaseIsRefused() throws Exception {
        JsonNode artefact = desk.send(BrokenKars.baseBundle()).expect(201).json();
        JsonNode plan = desk.planOf(ModuleDesk.INSTALL, artefact);
        assertEquals("modules.name-taken", plan.path("refusal").path("code").asText(), plan::toString);
        assertEquals("absent", desk.state("kernel"));
    }

    @Test
    void nobodyElseMaySendOne() throws Exception {
        byte[] kar = SampleKars.first().bytes();
        Call call = Call.of("POST", "/api/modules/artefacts").with("Content-Type", "application/octet-stream");
        Visitor.stranger(kontor.baseUrl()).send(call, kar).problem(401);
        desk.proprietor().fromForeignPage().send(call, kar).problem(403);
    }

    @Test
    void whatNobodySignedNeedsTheAdministratorsWord() throws Exception {
        assertUntrusted(SampleKars.version("1.1.0"));
    }

    @Test
    void whatAStrangerSignedNeedsTheAdministratorsWord() throws Exception {
        assertUntrusted(SignedKar.publisher("Somebody").sign(SampleKars.version("1.2.0")));
    }

    @Test
    void whatATrustedPublisherSignedNeedsNone() throws Exception {
        SignedKar publisher = trusted("Trusted");
        JsonNode plan = desk.plan(ModuleDesk.INSTALL, publisher.sign(SampleKars.version("1.3.0")));
        assertTrue(plan.path("trusted").asBoolean(), plan::toString);
        assertTrue(plan.path("signer").asText().contains("Trusted"), plan::toString);
    }

    @Test
    void whatWasAlteredAfterItWasSignedIsRefused() throws Exception {
        Kar altered = SignedKar.altered(trusted("Careful").sign(SampleKars.version("1.4.0")));
        JsonNode problem = desk.send(altered.bytes())
                .problem(422, "modules.archive-broken")
                .json();
        assertEquals(
                "modules.signature",
                problem.path("arguments").path("reasonCode").asText());
    }

    private static SignedKar trusted(String name) throws Exception {
        SignedKar publisher = SignedKar.publisher(name);
        Path folder = Files.createDirectories(kontor.home().resolve("etc/trusted-publishers"));
        Files.writeString(folder.resolve(name + ".pem"), publisher.certificate());
        return publisher;
    }

    /** Without the word nothing is done; {@code trust} must be true, not merely there. */
    private static void assertUntrusted(Kar kar) throws Exception {
        JsonNode plan = desk.plan(ModuleDesk.INSTALL, kar);
        assertFalse(plan.path("trusted").asBoolean(), plan::toString);
        for (Map.Entry<String, String> word :
                Map.of("not given", "", "refused", ", \"trust\": false").entrySet()) {
            String request =
                    "{\"plan\": \"%s\", \"action\": \"install\", \"module\": \"sample\", \"artefact\": \"%s\"%s}"
                            .formatted(plan.path("id").asText(), desk.upload(kar), word.getValue());
            desk.send(Call.post("/api/modules/operations", request)).problem(422, "modules.not-trusted");
        }
        assertEquals("absent", desk.state(SampleKars.MODULE));
    }
}
