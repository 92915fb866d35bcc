package io.kontor.it.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the product says about its interface. */
record ApiDescription(JsonNode document) {

    /** Who may call each operation, by its name. */
    Map<String, String> rules() {
        Map<String, String> rules = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> CompiledOperations.METHODS.contains(upper(method.getKey())))
                        .forEach(method ->
                                rules.put(upper(method.getKey()) + " " + path.getKey(), rule(method.getValue()))));
        return rules;
    }

    /** The statuses that an operation may answer with; a problem's catch-all is none. */
    Set<Integer> answers(Operation operation) {
        Set<Integer> statuses = new HashSet<>();
        document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> {
                    if (!status.equals("default")) {
                        statuses.add(Integer.valueOf(status));
                    }
                });
        return statuses;
    }

    private static String rule(JsonNode operation) {
        return operation
                .path("x-kontor-permission")
                .asText(operation.path("x-kontor-access").asText());
    }

    private static String upper(String method) {
        return method.toUpperCase(Locale.ROOT);
    }
}
