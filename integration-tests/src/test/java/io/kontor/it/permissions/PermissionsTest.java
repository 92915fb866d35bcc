package io.kontor.it.permissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asks every operation of the running product as everybody who must not call it, and then as one who may. */
@Tag("osgi")
class PermissionsTest {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final Path REVIEWED =
            CHECKOUT.resolve("bundles/platform/access/src/main/resources/public-operations.txt");
    /** What no module answers but the door itself; {@link Mistakes} asks them as a stranger. */
    private static final List<String> DOORS_OWN = List.of("GET /api/events", "GET /api/openapi.json");

    private static final List<FakeWooCommerce> SHOPS = List.of(shop(), shop());
    private static final FakeWooCommerce SPARE = shop();

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh()
            .withEnvironment("KONTOR_HTTP_ADDRESS", "0.0.0.0")
            .withEnvironment("KONTOR_PUBLIC_URL", "https://quillfeather.example")
            .withEnvironment(
                    "KONTOR_ALLOWED_PRIVATE_TARGETS",
                    Stream.concat(SHOPS.stream(), Stream.of(SPARE))
                            .map(shop -> shop.url().substring("http://".length()))
                            .collect(Collectors.joining(",")));

    private static final Set<String> SECRETS = Set.of(Company.NAME);

    private static Company company;
    private static Colleagues colleagues;
    private static Map<String, Sample> samples;

    @BeforeAll
    static void found() throws Exception {
        company = Company.found(kontor, SHOPS);
        colleagues = Colleagues.of(company);
        samples = new HashMap<>(AccessSamples.all());
        samples.putAll(CustomerSamples.all());
        samples.putAll(SalesSamples.all());
        samples.putAll(SettingsSamples.all());
        samples.putAll(ModulesSamples.all());
        samples.putAll(new ConnectorSamples(SPARE).all());
    }

    @AfterAll
    static void closeShops() {
        SHOPS.forEach(FakeWooCommerce::close);
        SPARE.close();
    }

    @Test
    void whatIsCompiledIsOpenAndWhatIsOpenIsCompiled() throws Exception {
        assertEquals(String.join("\n", CompiledOperations.in(CHECKOUT)), String.join("\n", names(operations())));
    }

    @Test
    void whatIsOpenIsDocumentedWithTheSamePermission() {
        Map<String, String> open = new TreeMap<>();
        operations().forEach(operation -> open.put(operation.name(), operation.rule()));
        DOORS_OWN.forEach(own -> open.put(own, "logged-in"));
        assertEquals(lines(open), lines(description().rules()));
    }

    @Test
    void everyEndpointOpenedOnceAndStays() throws Exception {
        List<String> news = Files.readAllLines(kontor.log()).stream()
                .filter(line -> line.contains("/api/"))
                .filter(line -> line.endsWith(" is open") || line.endsWith(" is closed"))
                .map(line -> line.substring(line.indexOf("/api/")))
                .sorted()
                .toList();
        List<String> once = operations().stream()
                .map(operation -> "/api/" + operation.path().split("/")[2] + " is open")
                .distinct()
                .sorted()
                .toList();
        assertEquals(once, news);
    }

    @Test
    void everyAnswerIsDocumentedWithItsStatus() {
        ApiDescription described = description();
        for (Operation operation : operations()) {
            int status = samples.get(operation.name()).status();
            assertTrue(described.answers(operation).contains(status), () -> operation.name() + " answers " + status);
        }
    }

    private static ApiDescription description() {
        return new ApiDescription(company.read("/api/openapi.json"));
    }

    private static String lines(Map<String, String> rules) {
        return rules.entrySet().stream()
                .map(rule -> rule.getKey() + ": " + rule.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyOperationHasASampleAndEverySampleAnOperation() {
        assertEquals(String.join("\n", names(operations())), String.join("\n", new TreeSet<>(samples.keySet())));
    }

    @Test
    void theReviewedListNamesExactlyWhatIsPublic() throws Exception {
        Set<String> reviewed = Files.readAllLines(REVIEWED).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                reviewed,
                names(operations().stream()
                        .filter(operation -> operation.access() == Operation.Access.PUBLIC)
                        .toList()));
    }

    @Test
    void everyRoleMayExactlyWhatIsReviewed() {
        Set<String> everything = operations().stream()
                .flatMap(operation -> operation.permission().stream())
                .collect(Collectors.toSet());
        assertEquals(Colleagues.reviewed(everything), colleagues.permissions());
    }

    @Test
    void aWorkspaceIsSetUpOnceAndOnlyByItsOwnLink() throws Exception {
        Visitor west = open("west", "127.0.0.4");
        open("east", "127.0.0.5");
        String link = kontor.admin("setup-link", "east").text();
        Call strange = Company.setUp(link, "eve@newcomer.example", "Eve");
        company.stranger().send(strange).problem(409, "access.setup-done");
        company.neighbour().send(strange).problem(409, "access.setup-done");
        west.send(strange).problem(422, "access.link-invalid").tellsNothingOf(SECRETS);
        assertTrue(west.send(Call.get("/api/access/setup"))
                .expect(200)
                .json()
                .path("open")
                .asBoolean());
    }

    /** A stranger in a new workspace, which nobody has set up. */
    private static Visitor open(String workspace, String address) throws IOException {
        kontor.admin("workspace", "add", workspace, "--host", address);
        return Visitor.stranger(company.host().replace("127.0.0.1", address));
    }

    @TestFactory
    List<DynamicTest> everyOperationAnswersWhomItMustAndNobodyElse() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : operations()) {
            tests.add(dynamicTest(
                    operation.name(),
                    () -> ask(
                            operation,
                            Optional.ofNullable(samples.get(operation.name()))
                                    .orElseThrow(() -> new AssertionError("It has no sample")))));
        }
        return tests;
    }

    private static void ask(Operation operation, Sample sample) {
        Call call = sample.call().apply(company);
        if (operation.access() != Operation.Access.PUBLIC) {
            refuseStrangers(operation, call);
        }
        operation.permission().ifPresent(permission -> refuseWithout(permission, call));
        askAbroad(sample, call);
        right(operation, sample).send(call).expect(sample.status());
    }

    private static void refuseStrangers(Operation operation, Call call) {
        for (Visitor nobody : List.of(
                company.stranger(),
                Visitor.ofToken(company.host(), "kontor_of-nobody"),
                company.proprietor().at(company.neighbour().host()),
                company.holder(Set.of()).at(company.neighbour().host()))) {
            nobody.send(call).problem(401, "request.log-in-required").tellsNothingOf(SECRETS);
        }
        if (operation.writes()) {
            company.proprietor()
                    .fromForeignPage()
                    .send(call)
                    .problem(403, "access.foreign-site")
                    .tellsNothingOf(SECRETS);
        }
    }

    private static void refuseWithout(String permission, Call call) {
        company.holder(Set.of()).send(call).problem(403, "access.denied").tellsNothingOf(SECRETS);
        for (Visitor colleague : colleagues.without(permission)) {
            colleague.send(call).problem(403, "access.denied").tellsNothingOf(SECRETS);
        }
    }

    private static void askAbroad(Sample sample, Call call) {
        switch (sample.abroad()) {
            case NOT_THERE -> company.neighbour().send(call).problem(404).tellsNothingOf(SECRETS);
            case NOTHING_OF_IT ->
                company.neighbour().send(call).expect(sample.status()).tellsNothingOf(SECRETS);
            case REFUSED -> {
                Answer refused = company.neighbour().send(call);
                assertTrue(refused.status() >= 400 && refused.status() < 500, refused::toString);
                refused.problem(refused.status()).tellsNothingOf(SECRETS);
            }
            case DONE_THERE -> {
                Object seen = sample.seen().apply(company);
                company.neighbourAgain()
                        .send(Company.asNeighbour(call))
                        .expect(sample.status())
                        .tellsNothingOf(SECRETS);
                assertEquals(seen, sample.seen().apply(company));
            }
        }
    }

    /** Who may, and may nothing else. */
    private static Visitor right(Operation operation, Sample sample) {
        if (sample.by().isPresent()) {
            return sample.by().get().apply(company);
        }
        return switch (operation.access()) {
            case PUBLIC -> company.stranger();
            case LOGGED_IN -> company.anotherSession();
            case PERMISSION -> company.holder(Set.of(operation.permission().orElseThrow()));
        };
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsAnsweredWithAProblemDocument() {
        return new Mistakes(company)
                .all().stream()
                        .map(mistake -> dynamicTest(
                                mistake.name(),
                                () -> mistake.visitor()
                                        .send(mistake.call())
                                        .problem(mistake.status(), mistake.code())));
    }

    @TestFactory
    Stream<DynamicTest> whoWasCutOffHearsWhatItMissed() {
        LiveStreams streams = new LiveStreams(company);
        return Stream.of(
                dynamicTest("a stream goes on after its last position", streams::goesOn),
                dynamicTest("a page that opens anew says its position in the query", streams::goesOnByQuery),
                dynamicTest("a position that is none asks to fetch everything", streams::resets),
                dynamicTest("a colleague's change is heard", streams::hearsOfColleagues),
                dynamicTest("another workspace hears nothing", streams::staysAtHome));
    }

    private static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        JsonNode list = company.read("/api/access/operations");
        list.forEach(json -> all.add(Operation.of(json)));
        return all;
    }

    private static Set<String> names(List<Operation> operations) {
        return operations.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static FakeWooCommerce shop() {
        try {
            return FakeWooCommerce.start(ShopConfig.local().lenient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
