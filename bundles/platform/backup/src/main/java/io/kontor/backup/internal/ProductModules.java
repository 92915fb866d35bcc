package io.kontor.backup.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What an installation brings along: its version, and by module the number of the last migration, from the jars in
 * {@code system/} and the modules' archives in {@code modules/}.
 */
record ProductModules(String version, Map<String, Integer> migrations) {

    private static final Pattern MIGRATION = Pattern.compile("db/([a-z0-9-]+)/V0*(\\d+)__[^/]*\\.sql");
    private static final Pattern OWN_JAR = Pattern.compile("kontor-.*\\.jar");

    static ProductModules of(Path home) throws IOException {
        Map<String, Integer> migrations = new TreeMap<>();
        Path ours = home.resolve("system/io/kontor");
        for (Path jar : files(ours, OWN_JAR)) {
            try (InputStream in = Files.newInputStream(jar)) {
                collect(in, migrations);
            }
        }
        for (Path archive : files(home.resolve("modules"), Pattern.compile(".*\\.kar"))) {
            collectArchive(archive, migrations);
        }
        return new ProductModules(version(ours), migrations);
    }

    /** The folder of the bundle that this class is in, as in every Maven repository. */
    private static String version(Path ours) throws IOException {
        Path versions = ours.resolve("kontor-backup");
        if (!Files.isDirectory(versions)) {
            return "0";
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .reduce((first, second) -> second)
                    .orElse("0");
        }
    }

    private static List<Path> files(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static void collectArchive(Path archive, Map<String, Integer> migrations) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    collect(zip, migrations);
                }
            }
        }
    }

    /** Reads to the end of the jar, and leaves the stream open, which may be one entry of another archive. */
    @SuppressWarnings("resource")
    private static void collect(InputStream jar, Map<String, Integer> migrations) throws IOException {
        ZipInputStream zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Matcher migration = MIGRATION.matcher(entry.getName());
            if (migration.matches()) {
                migrations.merge(migration.group(1), Integer.valueOf(migration.group(2)), Math::max);
            }
        }
    }
}
