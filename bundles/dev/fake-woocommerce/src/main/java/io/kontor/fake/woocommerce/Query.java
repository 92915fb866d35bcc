package io.kontor.fake.woocommerce;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request as PHP sees them: a later one replaces an earlier one, {@code name[]} collects. */
final class Query {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Query(Optional<String> raw) {
        for (String pair : raw.orElse("").split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                add(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RestError(400, "rest_invalid_param", "The query string is not encoded properly.", e);
        }
    }

    private void add(String name, String value) {
        if (name.matches(".*\\[\\d*]")) {
            values.computeIfAbsent(name.substring(0, name.lastIndexOf('[')) + "[]", key -> new ArrayList<>())
                    .add(value);
        } else {
            values.put(name, List.of(value));
        }
    }

    /** All parameters; arrays under their name with {@code []}. */
    Map<String, List<String>> all() {
        return values;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(list -> list.get(0)).filter(value -> !value.isEmpty());
    }

    String get(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }

    /** A list given as {@code a,b} or as {@code name[]=a&name[]=b}. */
    List<String> list(String name) {
        List<String> array = values.get(name + "[]");
        return array != null
                ? array
                : get(name).map(text -> List.of(text.split(","))).orElse(List.of());
    }

    int number(String name, int otherwise, int least, int most) {
        Optional<String> text = get(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw RestError.invalidParameter(
                name, name + " must be between " + least + " (inclusive) and " + most + " (inclusive)");
    }

    boolean flag(String name) {
        String value = get(name, "false");
        return "true".equals(value) || "1".equals(value);
    }
}
