package io.kontor.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.rest.MergePatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModuleDocumentTest {

    private static final String ONE = "/paths/~1api~1note~1notes~1{id}";
    private static final String ALL = "/paths/~1api~1note~1notes";

    private static JsonNode document = JsonMapper.builder().build().createObjectNode();

    @BeforeAll
    static void theModuleIsDescribed() throws IOException {
        Comments comments = Comments.in(List.of(Path.of("src/test/java")));
        document = ModuleDocument.of(List.of(new Resource("note", "note", NoteResource.class)), comments);
    }

    @Test
    void everyMethodIsAnOperationOfItsPath() {
        assertEquals(
                Set.of("/api/note/notes", "/api/note/notes/{id}", "/api/note/notes/{id}/picture"),
                names(document.path("paths")));
        assertEquals(Set.of("get", "patch", "delete"), names(document.at(ONE)));
        assertEquals("note.note.edit", document.at(ONE + "/patch/operationId").asText());
    }

    @Test
    void aTypedIdInThePathIsAUuid() {
        JsonNode parameter = document.at(ONE + "/get/parameters/0");
        assertEquals("path", parameter.path("in").asText());
        assertTrue(parameter.path("required").asBoolean());
        assertEquals("uuid", parameter.at("/schema/format").asText());
        assertEquals(1, document.at(ONE + "/get/parameters").size(), "what the container gives is no parameter");
    }

    @Test
    void theFieldsOfAParameterBeanAreParameters() {
        JsonNode parameters = document.at(ALL + "/get/parameters");
        assertEquals(List.of("kind", "cursor", "limit"), parameters.findValuesAsText("name"));
        assertEquals(50, parameters.at("/2/schema/default").asInt());
        assertFalse(parameters.path(1).has("required"));
    }

    @Test
    void aChangeAsksForTheVersionAndSaysWhatMayGoWrong() {
        JsonNode edit = document.at(ONE + "/patch");
        assertTrue(edit.at("/parameters/1/required").asBoolean());
        assertEquals(Set.of("200", "400", "401", "403", "404", "412", "428", "default"), names(edit.path("responses")));
        assertEquals(
                "#/components/schemas/openapi.NotePatch",
                edit.at(schema("/requestBody", "application~1merge-patch+json") + "/$ref")
                        .asText());
    }

    @Test
    void aPatchSaysWhatItMayChangeAndWhatItMayClear() {
        JsonNode patch = document.path("components").path("schemas").path("openapi.NotePatch");
        assertEquals(Set.of("title", "due"), names(patch.path("properties")));
        assertFalse(patch.has("required"));
        assertFalse(patch.path("additionalProperties").asBoolean(true));
        assertEquals("null", patch.at("/properties/due/anyOf/1/type").asText());
        assertEquals("string", patch.at("/properties/title/type").asText());
    }

    @Test
    void aResponseBuiltByHandIsWhatItsMethodSays() {
        JsonNode look = document.at("/paths/~1api~1note~1notes~1{id}~1picture/get/responses/206");
        assertEquals("binary", look.at("/content/image~1png/schema/format").asText());
        assertEquals(Set.of("Content-Range"), names(look.path("headers")));
    }

    @Test
    void aResponseThatSaysNothingAndAPatchOfAnythingFailTheBuild() {
        assertThrows(IllegalArgumentException.class, () -> describe(Silent.class));
        assertThrows(IllegalArgumentException.class, () -> describe(Anything.class));
    }

    @Test
    void whatTheSourcesSayIsCarriedAlong() {
        assertEquals("Newest first.", document.at(ALL + "/get/description").asText());
        assertEquals(
                "only those of a kind",
                document.at(ALL + "/get/parameters/0/description").asText());
        JsonNode note = document.path("components").path("schemas").path("openapi.Note");
        assertEquals("Each kind of component.", note.path("description").asText());
        assertEquals(
                "the day on which a letter leaves; null clears it",
                note.at("/properties/due/description").asText());
        assertEquals(
                "A closed choice.",
                document.path("components")
                        .path("schemas")
                        .path("openapi.NoteKind")
                        .path("description")
                        .asText());
    }

    @Test
    void aPostTakesAnIdempotencyKeyAndAnswersWhereTheRecordIs() {
        JsonNode write = document.at(ALL + "/post");
        assertEquals("Idempotency-Key", write.at("/parameters/0/name").asText());
        assertEquals(Set.of("Location", "ETag"), names(write.at("/responses/201/headers")));
        assertEquals(
                "#/components/schemas/openapi.NewNote",
                write.at(schema("/requestBody", "application~1json") + "/$ref").asText());
    }

    @Test
    void nothingToSayIs204() {
        assertTrue(document.at(ONE + "/delete/responses").has("204"));
    }

    @Test
    void bytesAreABinaryBody() {
        JsonNode body = document.at("/paths/~1api~1note~1notes~1{id}~1picture/put/requestBody");
        assertEquals("binary", body.at("/content/image~1png/schema/format").asText());
    }

    @Test
    void whatIsSentIsRequiredUnlessItMayBeAbsent() {
        assertEquals(
                List.of("id", "title", "kind", "lines", "values", "pinned", "at", "price", "weight", "version"),
                required("openapi.Note"));
        assertEquals(
                Set.of(
                        "at", "author", "due", "id", "kind", "lines", "pinned", "price", "title", "values", "version",
                        "weight"),
                names(properties("openapi.Note")));
    }

    @Test
    void anAmountThatIsWrittenAsTextIsText() {
        JsonNode weight = properties("openapi.Note").path("weight");
        assertEquals("string", weight.path("type").asText());
        assertEquals("decimal", weight.path("format").asText());
    }

    @Test
    void whatIsReceivedIsRequiredAsTheDoorAsksForIt() {
        assertEquals(List.of("title"), required("openapi.NewNote"));
        JsonNode kind = properties("openapi.NewNote").path("kind").path("anyOf");
        assertEquals("#/components/schemas/openapi.NoteKind", kind.at("/0/$ref").asText());
        assertEquals("null", kind.at("/1/type").asText());
    }

    @Test
    void aTypeThatDiffersByItsWayHasASchemaForEach() {
        assertFalse(properties("openapi.Line").path("stars").has("anyOf"));
        assertTrue(properties("openapi.LineInput").path("stars").has("anyOf"));
        assertEquals(
                "#/components/schemas/openapi.LineInput",
                properties("openapi.NewNote").at("/lines/items/$ref").asText());
    }

    @Test
    void aTypeThatIsTheSameBothWaysHasOne() {
        assertEquals(
                "#/components/schemas/Money",
                properties("openapi.NewNote").at("/price/anyOf/0/$ref").asText());
        assertFalse(document.path("components").path("schemas").has("MoneyInput"));
    }

    @Test
    void aPageIsItsItemsAndTheNextCursor() {
        JsonNode page = document.at(ALL + "/get" + schema("/responses/200", "application~1json"));
        assertEquals(
                "#/components/schemas/openapi.Note",
                page.at("/properties/items/items/$ref").asText());
        assertEquals("null", page.at("/properties/next/anyOf/1/type").asText());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
        assertFalse(document.findValuesAsText("$ref").isEmpty());
    }

    @Test
    void aTypeWithoutAKnownShapeFailsTheBuild() {
        assertThrows(IllegalArgumentException.class, () -> describe(Vague.class));
    }

    @Test
    void twoTypesOfOneNameAreToldApartByWhatEnclosesThem() {
        Map<Class<?>, String> names = Names.of(List.of(First.Inner.class, Second.Inner.class));
        assertEquals(Set.of("openapi.FirstInner", "openapi.SecondInner"), Set.copyOf(names.values()));
    }

    private static JsonNode describe(Class<?> resource) throws IOException {
        return ModuleDocument.of(List.of(new Resource("note", "note", resource)), Comments.none());
    }

    private static String schema(String place, String media) {
        return place + "/content/" + media + "/schema";
    }

    private static JsonNode properties(String type) {
        return document.path("components").path("schemas").path(type).path("properties");
    }

    private static List<String> required(String type) {
        List<String> names = new ArrayList<>();
        document.path("components")
                .path("schemas")
                .path(type)
                .path("required")
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A resource whose answer has no JSON of its own. */
    @javax.ws.rs.Path("/vague")
    public interface Vague {

        @GET
        Duration age();
    }

    /** A resource that does not say what it answers. */
    @javax.ws.rs.Path("/silent")
    public interface Silent {

        @GET
        Response look();
    }

    /** A resource that does not say what may be changed. */
    @javax.ws.rs.Path("/anything")
    public interface Anything {

        @PATCH
        void edit(MergePatch patch);
    }

    private static final class First {
        private record Inner(String text) {}
    }

    private static final class Second {
        private record Inner(String text) {}
    }
}
