package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The {@code _fields} parameter: only these parts of a document, {@code billing.email} style included. */
final class Fields {
    private final List<String> names;

    Fields(List<String> names) {
        this.names = names.stream().map(String::trim).toList();
    }

    boolean all() {
        return names.isEmpty();
    }

    ObjectNode of(JsonNode document) {
        ObjectNode part = Json.object();
        for (String name : names) {
            take(document, part, name.split("\\."), 0);
        }
        return part;
    }

    private static void take(JsonNode from, ObjectNode to, String[] path, int depth) {
        JsonNode value = from.path(path[depth]);
        if (value.isMissingNode()) {
            return;
        }
        if (depth == path.length - 1) {
            to.set(path[depth], value);
        } else {
            ObjectNode child = to.path(path[depth]) instanceof ObjectNode present ? present : to.putObject(path[depth]);
            take(value, child, path, depth + 1);
        }
    }
}
