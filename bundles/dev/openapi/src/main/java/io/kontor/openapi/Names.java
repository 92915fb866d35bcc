package io.kontor.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the types are called in the description: {@code pipeline.Deal} is {@code io.kontor.pipeline.internal.DealJson}.
 * The module stands before the name, so that descriptions can be merged; what all modules share has none.
 */
final class Names {

    private Names() {}

    /** Where two types of a module have the same name, the enclosing type tells them apart. */
    static Map<Class<?>, String> of(Collection<Class<?>> types) {
        Map<Class<?>, String> names = new HashMap<>();
        Map<String, List<Class<?>>> sameName = types.stream().collect(Collectors.groupingBy(Names::name));
        sameName.forEach((name, named) ->
                named.forEach(type -> names.put(type, named.size() == 1 ? name : module(type) + longName(type))));
        if (Map.copyOf(names).values().stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("Two types have one name: " + names);
        }
        return names;
    }

    private static String name(Class<?> type) {
        return module(type) + (type.isEnum() ? longName(type) : shortName(type));
    }

    private static String longName(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing == null
                ? shortName(type)
                : shortName(enclosing).replaceFirst("Resource$", "") + shortName(type);
    }

    private static String shortName(Class<?> type) {
        return type.getSimpleName().replaceFirst("(?<=.)Json$", "");
    }

    private static String module(Class<?> type) {
        String[] parts = type.getPackageName().split("\\.");
        String module = parts.length > 2 ? parts[2] : "";
        return module.isEmpty() || module.equals("rest") || module.equals("kernel") ? "" : module + ".";
    }
}
