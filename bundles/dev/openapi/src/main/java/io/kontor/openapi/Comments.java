package io.kontor.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of a module say about its types and methods. Read by the compiler's own parser; a type whose source
 * is elsewhere, in another module, has no comment here.
 */
final class Comments {

    /** A comment's own text and what it says about parameters or components. */
    private record Comment(String text, Map<String, String> parameters) {}

    private final Map<String, Comment> byName = new HashMap<>();

    private Comments() {}

    static Comments none() {
        return new Comments();
    }

    static Comments in(List<Path> sourceRoots) throws IOException {
        Comments comments = new Comments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources(sourceRoots)));
            Reader reader = new Reader(comments.byName, DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                reader.scan(unit, null);
            }
        }
        return comments;
    }

    private static List<Path> sources(List<Path> roots) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    Optional<String> of(Class<?> type) {
        return text(type.getCanonicalName());
    }

    /** Of a component of a record. */
    Optional<String> of(Class<?> type, String component) {
        return parameter(type.getCanonicalName(), component);
    }

    Optional<String> of(Method method) {
        return text(name(method));
    }

    Optional<String> of(Method method, String parameter) {
        return parameter(name(method), parameter);
    }

    private Optional<String> text(@Nullable String name) {
        return Optional.ofNullable(byName.get(name)).map(Comment::text).filter(text -> !text.isEmpty());
    }

    private Optional<String> parameter(@Nullable String name, String parameter) {
        return Optional.ofNullable(byName.get(name))
                .map(comment -> comment.parameters().get(parameter));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getCanonicalName() + "#" + method.getName() + "/"
                + method.getParameterCount();
    }

    /** Walks through a source; types are called as in the class files, methods by name and number of parameters. */
    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Map<String, Comment> found;
        private final DocTrees docs;

        Reader(Map<String, Comment> found, DocTrees docs) {
            this.found = found;
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            keep(typeName());
            return super.visitClass(type, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            keep(typeName() + "#" + method.getName() + "/"
                    + method.getParameters().size());
            return super.visitMethod(method, nothing);
        }

        private void keep(String name) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                Map<String, String> parameters = new HashMap<>();
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                        parameters.put(parameter.getName().toString(), text(parameter.getDescription()));
                    }
                }
                found.put(name, new Comment(text(comment.getFullBody()), parameters));
            }
        }

        private String typeName() {
            List<String> names = new ArrayList<>();
            for (Tree tree : getCurrentPath()) {
                if (tree instanceof ClassTree type) {
                    names.add(0, type.getSimpleName().toString());
                }
            }
            Tree place = getCurrentPath().getCompilationUnit().getPackageName();
            return (place == null ? "" : place + ".") + String.join(".", names);
        }

        private static String text(List<? extends DocTree> parts) {
            return parts.stream()
                    .map(Reader::text)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        /** Without markup: links by their label, code as it stands. */
        private static String text(DocTree part) {
            if (part instanceof TextTree plain) {
                return plain.getBody();
            }
            if (part instanceof LiteralTree literal) {
                return literal.getBody().getBody();
            }
            if (part instanceof LinkTree link) {
                String label = text(link.getLabel());
                return label.isEmpty() ? link.getReference().getSignature().replaceFirst("^#", "") : label;
            }
            return part.getKind() == DocTree.Kind.ENTITY ? part.toString() : " ";
        }
    }
}
