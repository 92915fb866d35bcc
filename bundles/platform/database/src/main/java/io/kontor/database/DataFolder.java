package io.kontor.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that outlives a start: the server's files, its account, and who runs it. Locked by this process, so
 * that two products never share one folder; the operating system frees the lock however the process ends.
 */
final class DataFolder implements AutoCloseable {

    private static final long LOG_LIMIT_BYTES = 10L << 20;

    /** In the server's own folder, named relative to it: the full path may be longer than a socket's may be. */
    static final String SOCKET = "server.sock";

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path root = folder.toRealPath();
        FileChannel lockFile =
                FileChannel.open(root.resolve("kontor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(lockFile)) {
            lockFile.close();
            throw new DatabaseException("Another Kontor uses " + root + ": stop it, or choose another data folder");
        }
        Files.createDirectories(root.resolve("tmp"));
        return new DataFolder(root, lockFile);
    }

    Path files() {
        return root.resolve("files");
    }

    /** Filled by the first start and renamed to {@link #files()} when complete; a rest of a broken start goes. */
    Path emptyFiles() throws IOException {
        Path fresh = root.resolve("files.new");
        deleteTree(fresh);
        return Files.createDirectory(fresh);
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path process() {
        return root.resolve("server.properties");
    }

    Path log() throws IOException {
        Path log = root.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, root.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    Path slowLog() {
        return root.resolve("slow.log");
    }

    /** The password of the one account: read, or made anew when there is none. */
    String password() throws IOException {
        Path file = root.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writePrivate(file, password);
        return password;
    }

    Path writeInitFile(String sql) throws IOException {
        deleteInitFile();
        return writePrivate(initFile(), sql);
    }

    void deleteInitFile() throws IOException {
        Files.deleteIfExists(initFile());
    }

    List<String> lastLogLines(int count) throws IOException {
        Path log = root.resolve("server.log");
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path initFile() {
        return root.resolve("init.sql");
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process, for example by a second start in a test
        }
    }

    private static Path writePrivate(Path file, String content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }
}
