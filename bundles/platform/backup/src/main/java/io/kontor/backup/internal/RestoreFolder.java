package io.kontor.backup.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The empty folder that becomes a data folder. While that is not done a file in it says so, and the product does not
 * start on it; a restoring that was interrupted can be repeated.
 */
final class RestoreFolder implements AutoCloseable {

    /** Known to {@code bin/server} too. */
    static final String MARK = "restore-incomplete";

    private static final long SERVER_BYTES = 200L << 20;

    private final Path folder;
    private final FileChannel lock;

    private RestoreFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Looks whether the folder may be filled; changes nothing. */
    static void require(Path home, Path folder, Manifest manifest) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Trouble(folder + " is not a folder.");
        }
        requireEmpty(folder);
        Path server = RestoreServer.folder(home, folder);
        if (RestoreServer.embedded(home) && !server.startsWith(folder)) {
            requireEmpty(server);
        }
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        long wanted = 2 * manifest.bytes() + SERVER_BYTES;
        long free = Files.getFileStore(existing).getUsableSpace();
        if (free < wanted) {
            throw new Trouble(
                    "%s has %d MB free, and the restored data take up to %d MB. Make room, or name another folder."
                            .formatted(existing, free >> 20, wanted >> 20));
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(MARK))) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            List<String> names = content.map(path -> path.getFileName().toString())
                    .sorted()
                    .limit(5)
                    .toList();
            if (!names.isEmpty()) {
                throw new Trouble(
                        folder + " is not empty (" + String.join(", ", names) + "): a backup is restored into an"
                                + " empty folder only, so that nothing is lost. Name another one with --data, or move these away.");
            }
        }
    }

    /** Marks the folder, and takes away what an interrupted restoring left in it. */
    static RestoreFolder begin(Path home, Path folder, Path backup) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path mark = folder.resolve(MARK);
        FileChannel channel =
                FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new Trouble("Another restoring into " + folder + " is under way.");
        }
        RestoreFolder begun = new RestoreFolder(folder, channel);
        try {
            RestoreServer.stopOrphan(home, folder);
            begun.empty();
            Files.writeString(mark, """
                    The restoring of %s into this folder did not end. Nothing of it is of use; repeat it:
                    ./kontor restore %s --key <key file> --data %s
                    """.formatted(backup, backup, folder));
            return begun;
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Everything is in it and compared. */
    void done() throws IOException {
        Files.delete(folder.resolve(MARK));
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** The folder was empty when its mark was made, and the product never starts beside it: all of it is ours. */
    private void empty() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder) && !path.equals(folder.resolve(MARK))) {
                    Files.delete(path);
                }
            }
        }
    }
}
