package io.kontor.store.internal;

import io.kontor.store.internal.UnitDefinition.MigrationFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads a module's unit out of its bundle. */
final class BundleUnits {

    static final String HEADER = "Kontor-Store";

    private BundleUnits() {}

    /** Empty if the bundle declares no tables. */
    static Optional<UnitDefinition> find(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(HEADER)).map(header -> define(bundle, header));
    }

    /** @throws IllegalArgumentException if the bundle declares tables but brings no migrations for them */
    private static UnitDefinition define(Bundle bundle, String header) {
        String name =
                bundle.getSymbolicName().substring(bundle.getSymbolicName().lastIndexOf('.') + 1);
        URL folder = bundle.getEntry("db/" + name);
        if (folder == null) {
            throw new IllegalArgumentException(bundle + " declares " + HEADER + " but has no folder db/" + name);
        }
        String session = name + "-" + bundle.getBundleId() + "-" + bundle.getLastModified();
        return new UnitDefinition(
                name,
                Scope.ofHeader(header),
                session,
                migrations(bundle, name),
                entities(bundle, name),
                folder,
                bundle.adapt(BundleWiring.class).getClassLoader());
    }

    private static List<String> entities(Bundle bundle, String name) {
        URL file = bundle.getEntry("META-INF/persistence.xml");
        return file == null ? List.of() : PersistenceXml.entities(file, name);
    }

    private static List<MigrationFile> migrations(Bundle bundle, String name) {
        Enumeration<URL> files = bundle.findEntries("db/" + name, "*.sql", false);
        List<URL> found = files == null ? List.of() : Collections.list(files);
        return found.stream()
                .map(BundleUnits::file)
                .sorted(Comparator.comparing(MigrationFile::name))
                .toList();
    }

    private static MigrationFile file(URL url) {
        String path = url.getPath();
        try (InputStream content = url.openStream()) {
            String statements = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return new MigrationFile(path.substring(path.lastIndexOf('/') + 1), statements);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + url, e);
        }
    }
}
