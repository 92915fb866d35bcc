package io.kontor.it.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checkout as the rules look at it: every module under {@code bundles/<group>/<module>}, with its classes. */
final class House {

    static final Path ROOT = root();

    /** The one source that the build writes: the types of a module's REST side. */
    private static final String GENERATED = "/src/main/ui/generated/api.d.ts";

    private House() {}

    /**
     * One module.
     *
     * @param group the folder it stands in, for example {@code sales}
     * @param name its one word, for example {@code pipeline-api}
     */
    record Module(String group, String name, Path folder) {

        Path classes() {
            return folder.resolve("target/classes");
        }

        boolean isApi() {
            return name.endsWith("-api");
        }

        /** The module's word without {@code -api}: the package that both halves share. */
        String word() {
            return isApi() ? name.substring(0, name.length() - "-api".length()) : name;
        }
    }

    /** All modules that have been built, by name. */
    static Map<String, Module> modules() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            Map<String, Module> modules = new TreeMap<>();
            for (Path group : folders.filter(Files::isDirectory).toList()) {
                for (Module module : modulesOf(group)) {
                    modules.put(module.name(), module);
                }
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaClasses classesOf(Module module) {
        return ours().importPath(module.classes());
    }

    static JavaClasses classesOfAll() {
        return ours().importPaths(
                        modules().values().stream().map(Module::classes).toArray(Path[]::new));
    }

    /** Libraries that a bundle embeds lie beside its own classes. */
    private static ClassFileImporter ours() {
        return new ClassFileImporter().withImportOption(location -> location.contains("/io/kontor/"));
    }

    /** Every source file that ships, by its path below the root. */
    static List<Path> sources(String suffix) {
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> {
                        String path = ROOT.relativize(file).toString();
                        return path.contains("/src/main/")
                                && !path.contains("/node_modules/")
                                && !path.endsWith(GENERATED)
                                && !path.contains("/target/");
                    })
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Module> modulesOf(Path group) throws IOException {
        try (Stream<Path> folders = Files.list(group)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("target/classes/io/kontor")))
                    .map(folder -> new Module(
                            group.getFileName().toString(), folder.getFileName().toString(), folder))
                    .toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("bundles/platform/kernel"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run the tests inside the checkout");
            }
        }
        return folder;
    }
}
