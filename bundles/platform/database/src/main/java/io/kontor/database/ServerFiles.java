package io.kontor.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The server's own files as they travel in the artefact {@code kontor-database} with classifier {@code server}.
 * A distribution carries them unpacked; tests take them from the class path.
 */
public final class ServerFiles {

    static final String EXECUTABLE = "bin/mariadbd";

    private static final String ROOT = "mariadb/";

    private ServerFiles() {}

    /**
     * Unpacks the files from the class path into a folder, once: a folder that is already complete is used as it is.
     * Several processes may call this at the same time.
     *
     * @return the folder, ready for {@link EmbeddedSettings#serverFolder()}
     * @throws DatabaseException when the artefact is not on the class path
     */
    public static Path unpack(Path folder) {
        if (Files.isExecutable(folder.resolve(EXECUTABLE))) {
            return folder;
        }
        URL executable = ServerFiles.class.getClassLoader().getResource(ROOT + EXECUTABLE);
        if (executable == null) {
            throw new DatabaseException("kontor-database with classifier \"server\" is not on the class path");
        }
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Path fresh = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "mariadb-");
            copyAll(executable, fresh);
            makeExecutable(fresh.resolve(EXECUTABLE));
            moveOrDiscard(fresh, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The database server could not be unpacked into " + folder, e);
        }
    }

    static void makeExecutable(Path executable) throws IOException {
        if (!Files.isExecutable(executable) && !executable.toFile().setExecutable(true, false)) {
            throw new IOException(executable + " cannot be made executable");
        }
    }

    private static void copyAll(URL executable, Path target) throws IOException {
        JarURLConnection connection = (JarURLConnection) executable.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(ROOT)) {
                    copy(jar, entry, target.resolve(entry.getName().substring(ROOT.length())));
                }
            }
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }

    /** Another process may have been faster: its complete folder is as good as ours. */
    private static void moveOrDiscard(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isExecutable(folder.resolve(EXECUTABLE))) {
                throw e;
            }
            DataFolder.deleteTree(fresh);
        }
    }
}
