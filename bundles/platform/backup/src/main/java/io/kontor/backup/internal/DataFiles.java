package io.kontor.backup.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of the data folder that nobody could make again: all but those of the database server, which are copied as
 * rows, and what the product makes anew at a start.
 */
final class DataFiles {

    /** What is left out, by its name right in the data folder. A new folder of a module is copied without being named. */
    static final Set<String> LEFT_OUT = Set.of(
            "backups",
            "cache",
            "generated-bundles",
            "instances",
            "kar",
            "karaf.out",
            "lock",
            "log",
            "mariadb",
            "port",
            "repository",
            "run",
            "tls",
            "tmp");

    private DataFiles() {}

    /** Relative to the folder, sorted. */
    static List<Path> of(Path data) throws IOException {
        Set<Path> found = new TreeSet<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return leftOut(data, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !leftOut(data, file)) {
                    found.add(data.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE; // it went while we looked, so nobody needs it
            }
        });
        return new ArrayList<>(found);
    }

    private static boolean leftOut(Path data, Path path) {
        return path.getParent() != null
                && path.getParent().equals(data)
                && (LEFT_OUT.contains(path.getFileName().toString())
                        || path.getFileName().toString().startsWith("."));
    }
}
