package io.kontor.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which TCP sockets a process listens on, from proc(5): {@code net/tcp}, {@code net/tcp6} and {@code fd}. */
final class Listening {

    private static final String LISTEN = "0A";
    private static final String LOOPBACK_4 = "0100007F";
    private static final String LOOPBACK_4_IN_6 = "0000000000000000FFFF00000100007F";

    private Listening() {}

    static List<String> ports(long pid) throws IOException {
        return sockets(pid).stream()
                .map(socket -> Integer.toString(Integer.parseInt(socket.split(":")[1], 16)))
                .distinct()
                .sorted()
                .toList();
    }

    static boolean onLoopbackOnly(long pid) throws IOException {
        return sockets(pid).stream()
                .map(socket -> socket.split(":")[0])
                .allMatch(address -> address.equals(LOOPBACK_4) || address.equals(LOOPBACK_4_IN_6));
    }

    /** Local addresses in hexadecimal, {@code address:port}. */
    private static List<String> sockets(long pid) throws IOException {
        Set<String> inodes = inodes(pid);
        return Stream.concat(lines(pid, "tcp"), lines(pid, "tcp6"))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTEN) && inodes.contains(fields[9]))
                .map(fields -> fields[1])
                .toList();
    }

    private static Stream<String> lines(long pid, String family) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/net/" + family)).stream();
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.replaceAll("\\D", ""));
                    }
                }
            }
        }
        return inodes;
    }
}
