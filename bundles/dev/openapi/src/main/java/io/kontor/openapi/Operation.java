package io.kontor.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * One JAX-RS method.
 *
 * @param verb the HTTP method in small letters, as OpenAPI names it
 */
record Operation(Resource resource, String verb, Method method) {

    static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(named -> named.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    /** The whole path; a parameter's pattern is left out, because OpenAPI has none. */
    String path() {
        return Stream.of(
                        template(resource.type().getAnnotation(Path.class)), template(method.getAnnotation(Path.class)))
                .flatMap(template -> Stream.of(template.split("/")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/api/" + resource.endpoint() + "/", ""))
                .replaceFirst("/$", "");
    }

    String id() {
        return resource.module() + "." + resource.subject() + "." + method.getName();
    }

    List<String> produces() {
        Produces said = annotation(Produces.class);
        return said == null ? List.of(MediaType.APPLICATION_JSON) : List.of(said.value());
    }

    List<String> consumes() {
        Consumes said = annotation(Consumes.class);
        return said == null ? List.of(MediaType.APPLICATION_JSON) : List.of(said.value());
    }

    /** The permission that the method asks for. */
    Optional<String> permission() throws ReflectiveOperationException {
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation.annotationType().getName().equals("io.kontor.access.RequiresPermission")) {
                return Optional.of(
                        (String) annotation.annotationType().getMethod("value").invoke(annotation));
            }
        }
        return Optional.empty();
    }

    /** Whether anybody may call it. */
    boolean open() {
        return Stream.of(method.getAnnotations())
                .anyMatch(
                        annotation -> annotation.annotationType().getName().equals("io.kontor.access.PublicOperation"));
    }

    private <A extends Annotation> @Nullable A annotation(Class<A> kind) {
        A own = method.getAnnotation(kind);
        return own == null ? resource.type().getAnnotation(kind) : own;
    }

    private static String template(@Nullable Path path) {
        return path == null ? "" : path.value().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }
}
