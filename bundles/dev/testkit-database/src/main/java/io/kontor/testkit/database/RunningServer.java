package io.kontor.testkit.database;

import io.kontor.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** How the other test processes of a build reach the server that the first one started. */
record RunningServer(String jdbcUrl, String user, String password) implements Database {

    static RunningServer of(Database started) {
        return new RunningServer(started.jdbcUrl(), started.user(), started.password());
    }

    static Optional<RunningServer> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new RunningServer(
                properties.getProperty("jdbcUrl"), properties.getProperty("user"), properties.getProperty("password")));
    }

    /** The file appears with its whole content or not at all. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("jdbcUrl", jdbcUrl);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(fresh)) {
            properties.store(writer, null);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
