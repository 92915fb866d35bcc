package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

    private static final String NOTES = """
            {"paths": {"/api/note/notes": {"get": {"operationId": "note.list"}},
                       "/api/search": {"get": {"operationId": "note.search"}}},
             "components": {"schemas": {"note.Note": {"type": "object"}}}}
            """;

    @Test
    void theDocumentHasThePathsAndTypesOfAllModules() throws IOException {
        ObjectNode orders = document("""
                {"paths": {"/api/order/orders": {"get": {}}}, "components": {"schemas": {"order.Order": {}}}}
                """);
        JsonNode whole = ApiDocument.merged(List.of(document(NOTES), orders), Set.of("note", "order", "search"));
        assertEquals(
                "note.list",
                whole.path("paths")
                        .path("/api/note/notes")
                        .at("/get/operationId")
                        .asText());
        assertTrue(whole.path("paths").has("/api/order/orders"));
        assertTrue(whole.path("paths").has("/api/search"));
        assertTrue(whole.at("/components/schemas").has("note.Note"));
        assertTrue(whole.at("/components/schemas").has("order.Order"));
    }

    @Test
    void anEndpointThatIsNotOpenIsLeftOut() throws IOException {
        JsonNode whole = ApiDocument.merged(List.of(document(NOTES)), Set.of("search"));
        assertFalse(whole.path("paths").has("/api/note/notes"));
        assertTrue(whole.path("paths").has("/api/search"));
    }

    @Test
    void whatRestAnswersItselfIsAlwaysThere() throws IOException {
        JsonNode whole = ApiDocument.merged(List.of(), Set.of());
        assertEquals("3.1.0", whole.path("openapi").asText());
        assertTrue(whole.path("paths").has("/api/events"));
        assertTrue(whole.at("/components/responses").has("Problem"));
    }

    @Test
    void oneAnswerLeavesTheNextUntouched() throws IOException {
        ApiDocument.merged(List.of(document(NOTES)), Set.of("note"));
        assertFalse(ApiDocument.merged(List.of(), Set.of()).path("paths").has("/api/note/notes"));
    }

    @Test
    void aDocumentThatIsNoObjectIsRefused() {
        assertThrows(IOException.class, () -> document("[]"));
    }

    private static ObjectNode document(String text) throws IOException {
        return ApiDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
