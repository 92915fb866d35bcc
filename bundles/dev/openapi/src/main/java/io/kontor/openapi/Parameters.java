package io.kontor.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.rest.Patches;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.BeanParam;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;

/** The parameters of an operation: those of the method and the fields of its parameter beans. */
final class Parameters {

    /** Where a parameter stands and what it is called. */
    private record Place(String in, String name) {

        static Optional<Place> of(AnnotatedElement element) {
            return Stream.of(element.getAnnotations()).flatMap(Place::of).findFirst();
        }

        private static Stream<Place> of(Annotation annotation) {
            if (annotation instanceof PathParam path) {
                return Stream.of(new Place("path", path.value()));
            }
            if (annotation instanceof QueryParam query) {
                return Stream.of(new Place("query", query.value()));
            }
            return annotation instanceof HeaderParam header
                    ? Stream.of(new Place("header", header.value()))
                    : Stream.empty();
        }

        /** Kontor asks for the version of every change, see {@code Versions.expected}. */
        boolean required() {
            return in.equals("path") || name.equals("If-Match");
        }
    }

    private final Schemas schemas;
    private final Comments comments;
    private final ArrayNode written;
    private Optional<Class<? extends Record>> patched = Optional.empty();

    Parameters(Schemas schemas, Comments comments, ArrayNode written) {
        this.schemas = schemas;
        this.comments = comments;
        this.written = written;
    }

    /** Writes the parameters and gives the type of the body, if there is one. */
    Optional<Type> write(Operation operation) {
        Optional<Type> body = Optional.empty();
        for (Parameter parameter : operation.method().getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Stream.of(parameter.getType().getDeclaredFields()).forEach(this::add);
            } else if (Place.of(parameter).isPresent()) {
                add(parameter, parameter.getParameterizedType());
                describe(operation);
            } else if (!parameter.isAnnotationPresent(Context.class)) {
                body = Optional.of(parameter.getParameterizedType());
                patched = Optional.ofNullable(parameter.getAnnotation(Patches.class))
                        .map(Patches::value);
            }
        }
        return body;
    }

    /** What a merge patch in the body may set, once the parameters are written. */
    Optional<Class<? extends Record>> patched() {
        return patched;
    }

    private void describe(Operation operation) {
        if (written.get(written.size() - 1) instanceof ObjectNode last) {
            comments.of(operation.method(), last.path("name").asText())
                    .ifPresent(text -> last.put("description", text));
        }
    }

    void addHeader(String name) {
        ObjectNode parameter = written.addObject().put("name", name).put("in", "header");
        parameter.putObject("schema").put("type", "string");
    }

    boolean has(String in) {
        return Stream.iterate(0, i -> i + 1)
                .limit(written.size())
                .anyMatch(i -> written.get(i).path("in").asText().equals(in));
    }

    boolean hasNamed(String name) {
        return written.findValuesAsText("name").contains(name);
    }

    private void add(Field field) {
        add(field, field.getGenericType());
    }

    private void add(AnnotatedElement element, Type type) {
        Place.of(element).ifPresent(place -> {
            ObjectNode parameter = written.addObject().put("name", place.name()).put("in", place.in());
            if (place.required()) {
                parameter.put("required", true);
            }
            ObjectNode schema = schemas.parameter(type);
            DefaultValue fallback = element.getAnnotation(DefaultValue.class);
            if (fallback != null && schema.path("type").asText().equals("integer")) {
                schema.put("default", Long.parseLong(fallback.value()));
            } else if (fallback != null && !fallback.value().isEmpty()) {
                schema.put("default", fallback.value());
            }
            parameter.set("schema", schema);
        });
    }
}
