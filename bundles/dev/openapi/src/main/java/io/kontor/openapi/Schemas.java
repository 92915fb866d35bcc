package io.kontor.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.TypedId;
import io.kontor.rest.internal.RestJson;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The JSON schemas of the types that operations send and receive; records and enums become named parts. */
final class Schemas {

    private static final String INPUT = "Input";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonMapper mapper = RestJson.mapper();
    private final Properties properties = new Properties(mapper);
    private final Comments comments;
    private final Map<Class<?>, String> names;
    private final Set<Class<?>> both;
    private final Map<Direction, Set<Class<?>>> met = new HashMap<>();
    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** For a first look at all types, which are called by their Java names. */
    Schemas() {
        this(Map.of(), Set.of(), Comments.none());
    }

    /**
     * @param names what the types are called
     * @param both the types that need one schema for each direction
     * @param comments what the module's sources say about them
     */
    Schemas(Map<Class<?>, String> names, Set<Class<?>> both, Comments comments) {
        this.comments = comments;
        this.names = names;
        this.both = both;
        for (Direction direction : Direction.values()) {
            met.put(direction, new HashSet<>());
        }
    }

    ObjectNode sent(Type type) {
        return of(mapper.constructType(type), Direction.SENT);
    }

    ObjectNode received(Type type) {
        return of(mapper.constructType(type), Direction.RECEIVED);
    }

    /** A merge patch: every component of the record may be absent; null clears one that may be empty. */
    ObjectNode patch(Class<? extends Record> shape) {
        ObjectNode reference = received(shape);
        ObjectNode object = named.get(reference.path("$ref").asText().replaceFirst(".*/", ""));
        object.remove("required");
        object.put("additionalProperties", false);
        return reference;
    }

    /** Of a part of the path, the query or the headers. */
    ObjectNode parameter(Type type) {
        JavaType java = mapper.constructType(type);
        return TypedId.class.isAssignableFrom(java.getRawClass()) ? received(UUID.class) : of(java, Direction.RECEIVED);
    }

    /** All types that have a name. */
    Set<Class<?>> all() {
        Set<Class<?>> types = new HashSet<>(met.get(Direction.SENT));
        types.addAll(met.get(Direction.RECEIVED));
        return types;
    }

    /** The records that were both sent and received. */
    Set<Class<?>> both() {
        Set<Class<?>> types = new HashSet<>(met.get(Direction.SENT));
        types.retainAll(met.get(Direction.RECEIVED));
        types.removeIf(Class::isEnum);
        return types;
    }

    /** Those of the types with two schemas whose schemas differ, in themselves or in what they contain. */
    Set<Class<?>> differing() {
        Set<Class<?>> same = new HashSet<>(both);
        Set<Class<?>> found;
        do {
            Set<Class<?>> assumed = Set.copyOf(same);
            found = both.stream().filter(type -> !alike(type, assumed)).collect(Collectors.toSet());
        } while (same.removeAll(found));
        return found;
    }

    /** Whether both schemas say the same, if those of the other types do. */
    private boolean alike(Class<?> type, Set<Class<?>> assumed) {
        String received = String.valueOf(named.get(names.get(type) + INPUT));
        for (Class<?> other : assumed) {
            String name = "/" + names.get(other);
            received = received.replace(name + INPUT + "\"", name + "\"");
        }
        return received.equals(String.valueOf(named.get(names.get(type))));
    }

    Map<String, ObjectNode> named() {
        return named;
    }

    private ObjectNode of(JavaType type, Direction direction) {
        Class<?> raw = type.getRawClass();
        Optional<ObjectNode> plain = PlainSchemas.of(raw);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (type.isReferenceType()) {
            return of(type.getReferencedType(), direction);
        }
        if (type.isMapLikeType()) {
            ObjectNode map = NODES.objectNode().put("type", "object");
            map.set("additionalProperties", of(type.getContentType(), direction));
            return map;
        }
        if (type.isContainerType()) {
            ObjectNode list = NODES.objectNode().put("type", "array");
            list.set("items", of(type.getContentType(), direction));
            return list;
        }
        Optional<JavaType> instead = properties.replacement(type, direction);
        if (instead.isPresent()) {
            return of(instead.get(), direction);
        }
        return type.hasGenericTypes() ? object(type, direction) : reference(type, direction);
    }

    private ObjectNode reference(JavaType type, Direction direction) {
        Class<?> raw = type.getRawClass();
        if (raw.isInterface() || raw.getName().startsWith("java")) {
            throw new IllegalArgumentException("There is no schema for " + type.toCanonical() + "; say a record");
        }
        met.get(direction).add(raw);
        String name = names.getOrDefault(raw, raw.getName())
                + (direction == Direction.RECEIVED && both.contains(raw) ? INPUT : "");
        if (named.get(name) == null) {
            // Named before it is described, so that a type may contain itself.
            named.put(name, NODES.objectNode());
            named.put(name, raw.isEnum() ? choice(raw) : object(type, direction));
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode object(JavaType type, Direction direction) {
        ObjectNode object = NODES.objectNode().put("type", "object");
        comments.of(type.getRawClass()).ifPresent(text -> object.put("description", text));
        ObjectNode schemas = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        for (Properties.Property property : properties.of(type, direction)) {
            ObjectNode plain = property.text() ? text(property.type()) : of(property.type(), direction);
            ObjectNode schema = property.nullable() ? nullable(plain) : plain;
            comments.of(type.getRawClass(), property.name()).ifPresent(text -> schema.put("description", text));
            schemas.set(property.name(), schema);
            if (property.required()) {
                required.add(property.name());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        object.set("properties", schemas);
        return object;
    }

    private static ObjectNode text(JavaType type) {
        JavaType value = type.isReferenceType() ? type.getReferencedType() : type;
        ObjectNode text = NODES.objectNode().put("type", "string");
        return Number.class.isAssignableFrom(value.getRawClass()) ? text.put("format", "decimal") : text;
    }

    private ObjectNode choice(Class<?> raw) {
        ObjectNode choice = NODES.objectNode().put("type", "string");
        comments.of(raw).ifPresent(text -> choice.put("description", text));
        ArrayNode values = choice.putArray("enum");
        for (Object constant : raw.getEnumConstants()) {
            values.add(mapper.convertValue(constant, String.class));
        }
        return choice;
    }

    private static ObjectNode nullable(ObjectNode schema) {
        ObjectNode choice = NODES.objectNode();
        choice.putArray("anyOf").add(schema).addObject().put("type", "null");
        return choice;
    }
}
