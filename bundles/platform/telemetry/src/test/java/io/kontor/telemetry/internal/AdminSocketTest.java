package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminSocketTest {

    @TempDir
    Path data;

    private final AdminCommands commands = new AdminCommands();

    @Test
    void runsTheCommandOfTwoWordsWithTheRestAsArguments() throws IOException {
        commands.add(command("workspace add", (arguments, out) -> out.println("added " + arguments)));
        assertEquals(
                "added [Müller & Söhne 👋, --host, shop.example]\nkontor-exit: 0\n",
                answer(post("workspace\nadd\nMüller & Söhne 👋\n--host\nshop.example")));
    }

    @Test
    void showsARefusalAsItIs() throws IOException {
        commands.add(command("clock", (arguments, out) -> {
            throw new CommandRefused("The clock may not be set here");
        }));
        assertEquals("The clock may not be set here\nkontor-exit: 2\n", answer(post("clock\nset")));
    }

    @Test
    void tellsADefectFromARefusal() throws IOException {
        commands.add(command("broken", (arguments, out) -> {
            throw new IllegalStateException("no such table");
        }));
        assertEquals("Failed: no such table (more in the log)\nkontor-exit: 1\n", answer(post("broken")));
    }

    @Test
    void namesWhatThereIsWhenACommandIsUnknown() throws IOException {
        commands.add(command("health", (arguments, out) -> {}));
        String answer = answer(post("helth"));
        assertTrue(answer.startsWith("There is no command \"helth\"."), answer);
        assertTrue(answer.contains("  health: what it does"), answer);
        assertTrue(answer.endsWith("kontor-exit: 2\n"), answer);
    }

    @Test
    void forgetsACommandWhoseModuleWent() throws IOException {
        AdminCommand health = command("health", (arguments, out) -> out.println("fine"));
        commands.add(health);
        commands.remove(health);
        assertTrue(answer(post("health")).endsWith("kontor-exit: 2\n"));
    }

    @Test
    void refusesWhatIsNotACommand() throws IOException {
        for (String nonsense : List.of(
                "GET / HTTP/1.0\r\n\r\n",
                "POST /run HTTP/1.0\r\n\r\n",
                "POST /run HTTP/1.0\r\nContent-Length: 999999\r\n\r\n",
                "POST /run HTTP/1.0\r\nContent-Length: -3\r\n\r\n",
                "\r\n")) {
            assertTrue(answer(nonsense).endsWith("kontor-exit: 2\n"), nonsense);
        }
    }

    @Test
    void belongsToItsOwnerAndGoesWithTheProduct() throws IOException {
        AdminSocket socket = new AdminSocket(data, commands);
        Path file = data.resolve("run/admin.sock");
        assertEquals("rwx------", permissions(file.getParent()));
        assertEquals("rw-------", permissions(file.toRealPath()));
        socket.close();
        assertFalse(Files.exists(file));
    }

    @Test
    void worksBelowAPathThatIsTooLongForASocket() throws IOException {
        data = data.resolve("long".repeat(30));
        commands.add(command("health", (arguments, out) -> out.println("fine")));
        assertEquals("fine\nkontor-exit: 0\n", answer(post("health")));
    }

    @Test
    void takesThePlaceOfASocketThatACrashLeft() throws IOException {
        new AdminSocket(data, commands);
        commands.add(command("health", (arguments, out) -> out.println("fine")));
        assertEquals("fine\nkontor-exit: 0\n", answer(post("health")));
    }

    private String answer(String request) throws IOException {
        AdminSocket socket = new AdminSocket(data, commands);
        Path file = data.resolve("run/admin.sock").toRealPath();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        } finally {
            socket.close();
        }
    }

    private static String post(String body) {
        return "POST /run HTTP/1.0\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + body;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static AdminCommand command(String name, BiConsumer<List<String>, PrintWriter> action) {
        return new AdminCommand() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String help() {
                return name + ": what it does";
            }

            @Override
            public void run(List<String> arguments, PrintWriter out) {
                action.accept(arguments, out);
            }
        };
    }
}
