package io.kontor.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to run the embedded server.
 *
 * @param serverFolder the server's own files ({@code bin/mariadbd}, {@code share/}); only read
 * @param dataFolder where everything persistent goes; made when absent, locked while in use
 * @param port TCP port on the loopback interface; 0 takes a free one
 * @param bufferPoolMegabytes memory for InnoDB's pages, in MiB
 * @param options further options of {@code mariadbd}, each like {@code --name=value}; they win over the built-in ones
 * @param patience how long a start or a graceful stop may take
 */
public record EmbeddedSettings(
        Path serverFolder,
        Path dataFolder,
        int port,
        int bufferPoolMegabytes,
        List<String> options,
        Duration patience) {

    /** Copies the options and makes both folders absolute. */
    public EmbeddedSettings {
        serverFolder = serverFolder.toAbsolutePath().normalize();
        dataFolder = dataFolder.toAbsolutePath().normalize();
        options = List.copyOf(options);
    }

    /** A free port, 64 MiB of pages, at most two minutes for a start or a stop. */
    public static EmbeddedSettings of(Path serverFolder, Path dataFolder) {
        return new EmbeddedSettings(serverFolder, dataFolder, 0, 64, List.of(), Duration.ofMinutes(2));
    }

    /** The same with another port. */
    public EmbeddedSettings withPort(int newPort) {
        return new EmbeddedSettings(serverFolder, dataFolder, newPort, bufferPoolMegabytes, options, patience);
    }

    /** The same with other options. */
    public EmbeddedSettings withOptions(List<String> newOptions) {
        return new EmbeddedSettings(serverFolder, dataFolder, port, bufferPoolMegabytes, newOptions, patience);
    }
}
