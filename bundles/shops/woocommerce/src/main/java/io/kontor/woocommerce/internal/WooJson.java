package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON as WordPress sends it: sometimes behind a byte order mark, a PHP warning or a paragraph of HTML. */
final class WooJson {

    /** A warning has few brackets; a page that is all HTML has many, and no JSON behind them. */
    private static final int MOST_BEGINNINGS = 200;

    private final JsonMapper mapper = Json.mapper();
    private final ObjectReader reader =
            mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final JsonFactory factory = mapper.getFactory();

    /**
     * The document.
     *
     * @throws Unreadable if there is none
     */
    JsonNode read(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Optional<JsonNode> found = tryFrom(text, 0);
        int tried = 0;
        for (int at = 1; found.isEmpty() && at < text.length() && tried < MOST_BEGINNINGS; at++) {
            if (text.charAt(at) == '{' || text.charAt(at) == '[') {
                found = tryFrom(text, at);
                tried++;
            }
        }
        return found.orElseThrow(() -> new Unreadable(
                text.isBlank() ? "the document is empty" : "the document is not JSON, or it was cut off"));
    }

    private Optional<JsonNode> tryFrom(String text, int from) {
        try {
            JsonNode node = reader.readValue(from == 0 ? text : text.substring(from));
            return Optional.ofNullable(node).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    byte[] write(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that was read can be written", e);
        }
    }

    JsonNode object(Object value) {
        return mapper.valueToTree(value);
    }

    /** The documents in a message: one, a list, or either in the envelope {@code data} that some tunnels add. */
    static List<JsonNode> documents(JsonNode body) {
        JsonNode inner =
                body.isObject() && body.size() == 1 && body.path("data").isContainerNode() ? body.path("data") : body;
        if (!inner.isArray()) {
            return List.of(inner);
        }
        List<JsonNode> documents = new ArrayList<>();
        inner.forEach(documents::add);
        return documents;
    }

    /** The document's own id, read without building the document; empty if it cannot be found so quickly. */
    Optional<String> id(byte[] body) {
        try (JsonParser parser = factory.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("id") && value.isScalarValue()) {
                    return Optional.of(parser.getText());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be read", e);
        }
    }
}
