package io.kontor.store.internal;

import io.kontor.store.internal.UnitDefinition.MigrationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds a module's unit on the class path, where there is no OSGi: in tests. */
public final class ClassPathUnits {

    private ClassPathUnits() {}

    /** @throws IllegalArgumentException if the class path has no folder {@code db/<module>} */
    public static UnitDefinition find(String module, Scope scope, ClassLoader loader) {
        URL folder = loader.getResource("db/" + module);
        if (folder == null) {
            throw new IllegalArgumentException("The class path has no folder db/" + module);
        }
        try {
            return new UnitDefinition(
                    module, scope, module, migrations(folder.toURI()), entities(module, loader), folder, loader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a readable address: " + folder, e);
        }
    }

    private static List<String> entities(String module, ClassLoader loader) throws IOException {
        return Collections.list(loader.getResources("META-INF/persistence.xml")).stream()
                .flatMap(file -> PersistenceXml.entities(file, module).stream())
                .toList();
    }

    private static List<MigrationFile> migrations(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return read(Path.of(folder));
        }
        String[] parts = folder.toString().split("!", 2);
        try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
            return read(jar.getPath(parts[1]));
        }
    }

    private static List<MigrationFile> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(ClassPathUnits::file)
                    .sorted(Comparator.comparing(MigrationFile::name))
                    .toList();
        }
    }

    private static MigrationFile file(Path path) {
        try {
            return new MigrationFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
