package io.kontor.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** One unpacked distribution on disk. */
record Unpacked(Path home) {

    private static final int LOG_LINES = 40;

    /** Unpacks the archive that the build made into a folder of its own. */
    static Unpacked fresh(Path parent, String name) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(Files.createDirectories(parent), name);
        run("tar", "xzf", archive().toString(), "--strip-components=1", "-C", home.toString());
        return new Unpacked(home);
    }

    /** The archive that the build made. */
    static Path archive() throws IOException {
        Path folder = Path.of(System.getProperty("kontor.distributions"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no distribution in " + folder + ": build it first"));
        }
    }

    /** Everything below belongs to that account afterwards, and it can reach it. */
    void giveTo(String account) throws IOException, InterruptedException {
        run("chown", "-R", account, home.toString());
        run("chmod", "755", home.toString());
    }

    Unpacked moveTo(String name) throws IOException {
        return new Unpacked(Files.move(home, home.resolveSibling(name)));
    }

    Optional<ProcessHandle> databaseProcess() throws IOException {
        if (!Files.exists(databaseState())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(databaseProperty("pid"))).filter(ProcessHandle::isAlive);
    }

    int databasePort() throws IOException {
        return Integer.parseInt(databaseProperty("port"));
    }

    String databasePassword() throws IOException {
        return Files.readString(home.resolve("data/mariadb/password")).strip();
    }

    String lastLogLines() throws IOException {
        Path log = home.resolve("data/log/kontor.log");
        if (!Files.exists(log)) {
            return Files.readString(home.resolve("server.out"));
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    void keepLogAndDelete() throws IOException {
        Path log = home.resolve("data/log/kontor.log");
        if (Files.exists(log)) {
            Path work = Files.createDirectories(Path.of(System.getProperty("kontor.work")));
            Files.copy(log, work.resolve(home.getFileName() + ".log"), StandardCopyOption.REPLACE_EXISTING);
        }
        delete(home);
    }

    /** A file or a folder with all that is in it, if it is there. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path databaseState() {
        return home.resolve("data/mariadb/server.properties");
    }

    private String databaseProperty(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(databaseState())) {
            properties.load(reader);
        }
        return properties.getProperty(name);
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
