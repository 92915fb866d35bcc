package io.kontor.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The description of the whole interface (OpenAPI 3.1), merged from those that the modules were built with. What the
 * rest module answers itself, and what all modules share, stands in its own {@code base.json}.
 */
public final class ApiDocument {

    /** Where a bundle keeps the description of its resources. */
    public static final String ENTRY = "META-INF/kontor-openapi/openapi.json";

    private static final String BASE = "/META-INF/kontor-openapi/base.json";
    private static final JsonMapper JSON = new JsonMapper();

    private ApiDocument() {}

    /** A fresh copy of what stands in every description. */
    public static ObjectNode base() throws IOException {
        try (InputStream base = ApiDocument.class.getResourceAsStream(BASE)) {
            if (base == null) {
                throw new IOException("The bundle lacks " + BASE);
            }
            return read(base);
        }
    }

    static ObjectNode read(InputStream document) throws IOException {
        JsonNode root = JSON.readTree(document);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("An OpenAPI document is a JSON object");
    }

    /** The base and of each module's description the paths of open endpoints, with all the parts that they refer to. */
    static ObjectNode merged(Collection<ObjectNode> modules, Set<String> endpoints) throws IOException {
        ObjectNode whole = base();
        for (ObjectNode module : modules) {
            for (Map.Entry<String, JsonNode> path : module.path("paths").properties()) {
                if (endpoints.contains(endpoint(path.getKey()))) {
                    whole.withObject("/paths").set(path.getKey(), path.getValue());
                }
            }
            for (Map.Entry<String, JsonNode> kind : module.path("components").properties()) {
                ObjectNode all = whole.withObject("/components").withObjectProperty(kind.getKey());
                kind.getValue().properties().forEach(part -> all.set(part.getKey(), part.getValue()));
            }
        }
        return whole;
    }

    /** {@code pipeline} of {@code /api/pipeline/deals}. */
    private static String endpoint(String path) {
        String[] parts = path.split("/");
        return parts.length > 2 ? parts[2] : "";
    }
}
