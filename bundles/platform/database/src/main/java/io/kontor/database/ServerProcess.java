package io.kontor.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A server process that can be told from every other one, also after its parent died: process ids come again, but
 * not with the same start time (in ticks since boot, proc(5), field 22 of stat) within the same boot.
 *
 * @param port its TCP port on loopback
 */
record ServerProcess(long pid, long startTicks, String boot, int port) {

    private static final Path PROC = Path.of("/proc");

    static ServerProcess of(long pid, int port) throws IOException {
        return new ServerProcess(pid, readStartTicks(pid), currentBoot(), port);
    }

    static Optional<ServerProcess> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new ServerProcess(
                    Long.parseLong(properties.getProperty("pid")),
                    Long.parseLong(properties.getProperty("startTicks")),
                    properties.getProperty("boot"),
                    Integer.parseInt(properties.getProperty("port"))));
        } catch (NumberFormatException e) {
            throw new IOException(file + " is damaged; stop the database server by hand and delete the file", e);
        }
    }

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, "pid=%d\nstartTicks=%d\nboot=%s\nport=%d\n".formatted(pid, startTicks, boot, port));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether this very process still lives and serves that data folder through that socket. */
    boolean serves(Path files, String socket) {
        try {
            if (!boot.equals(currentBoot()) || startTicks != readStartTicks(pid)) {
                return false;
            }
            List<String> arguments =
                    List.of(Files.readString(PROC.resolve(pid + "/cmdline")).split("\0"));
            return arguments.contains("--datadir=" + files) && arguments.contains("--socket=" + socket);
        } catch (IOException e) {
            return false; // no such process, or not ours to look at
        }
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid);
    }

    private static String currentBoot() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    }

    /** The second field, the name in parentheses, may contain anything: counting starts behind it. */
    private static long readStartTicks(long pid) throws IOException {
        String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[22 - 3]);
    }
}
