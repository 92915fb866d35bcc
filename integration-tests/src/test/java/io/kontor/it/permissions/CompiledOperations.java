package io.kontor.it.permissions;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the modules' resource classes declare, read from their compiled code: {@code GET /api/order/orders/{id}}. */
final class CompiledOperations {

    static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final String JAX_RS = "javax.ws.rs.";

    private CompiledOperations() {}

    /** @param checkout the root of the repository, built */
    static Set<String> in(Path checkout) throws IOException {
        Set<String> operations = new TreeSet<>();
        for (Path classes : compiled(checkout.resolve("bundles"))) {
            String module = classes.getParent().getParent().getFileName().toString();
            new ClassFileImporter()
                    .importPath(classes).stream()
                            .filter(type -> text(type, JAX_RS + "Path").isPresent())
                            .forEach(resource -> operations.addAll(operations(module, resource)));
        }
        return operations;
    }

    private static List<Path> compiled(Path bundles) throws IOException {
        try (Stream<Path> folders = Files.walk(bundles, 2)) {
            return folders.map(folder -> folder.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> operations(String module, JavaClass resource) {
        Optional<String> own = resource.tryGetAnnotationOfType("io.kontor.rest.RestResource")
                .flatMap(annotation -> annotation.tryGetExplicitlyDeclaredProperty("path"))
                .map(String::valueOf)
                .filter(path -> !path.isEmpty());
        String root = own.orElse(module) + "/" + text(resource, JAX_RS + "Path").orElseThrow();
        return resource.getMethods().stream()
                .flatMap(method -> names(root, method))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String root, JavaMethod method) {
        String path = "/api/" + root + "/" + text(method, JAX_RS + "Path").orElse("");
        String clean = path.replaceAll("/{2,}", "/").replaceAll("/$", "");
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .filter(name -> name.startsWith(JAX_RS))
                .map(name -> name.substring(JAX_RS.length()))
                .filter(METHODS::contains)
                .map(verb -> verb + " " + clean);
    }

    private static Optional<String> text(HasAnnotations<?> annotated, String type) {
        return annotated.tryGetAnnotationOfType(type).flatMap(CompiledOperations::value);
    }

    private static Optional<String> value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(String::valueOf);
    }
}
