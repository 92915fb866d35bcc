package io.kontor.it;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the product answered to an operator's command.
 *
 * @param exit 0 done, 1 failed, 2 refused
 * @param text the lines for the operator
 */
public record AdminAnswer(int exit, String text) {

    private static final String EXIT = "kontor-exit: ";

    /** Sends one command through the socket, as {@code ./kontor} does with curl. */
    static AdminAnswer to(Path socket, String... words) throws IOException {
        byte[] body = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
        String head = "POST /run HTTP/1.0\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket.toRealPath()))) {
            var out = Channels.newOutputStream(channel);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            int text = answer.indexOf("\r\n\r\n") + 4;
            int exit = answer.lastIndexOf(EXIT);
            if (text < 4 || exit < text) {
                throw new IOException("The product broke off: " + answer);
            }
            return new AdminAnswer(
                    Integer.parseInt(answer.substring(exit + EXIT.length()).strip()),
                    answer.substring(text, exit).strip());
        }
    }
}
