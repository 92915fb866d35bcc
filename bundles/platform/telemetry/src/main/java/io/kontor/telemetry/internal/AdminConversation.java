package io.kontor.telemetry.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One command over the socket, in HTTP/1.0 so that curl can send it: {@code POST /run}, one argument per line. The
 * answer is text as it comes, closed by a line {@code kontor-exit: <code>} (0 done, 1 failed, 2 refused).
 */
final class AdminConversation {

    static final String EXIT = "kontor-exit: ";

    private static final int MAX_BODY_CHARACTERS = 64 * 1024;

    private AdminConversation() {}

    static void hold(SocketChannel client, AdminCommands commands) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(Channels.newOutputStream(client), StandardCharsets.UTF_8));
        String request = in.readLine();
        int length = bodyLength(in);
        if (request == null || !request.startsWith("POST /run ") || length < 0 || length > MAX_BODY_CHARACTERS) {
            head(out, "400 Bad Request");
            out.println("Send POST /run with one argument per line, at most 64 KiB");
            out.println(EXIT + AdminCommands.REFUSED);
        } else {
            List<String> words = body(in, length).lines().toList();
            head(out, "200 OK");
            int exit = commands.run(words, out);
            out.println(EXIT + exit);
        }
        out.flush();
    }

    private static void head(PrintWriter out, String status) {
        out.print("HTTP/1.0 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        out.flush();
    }

    /** Reads the headers; -1 when there is no usable length. */
    private static int bodyLength(BufferedReader in) throws IOException {
        int length = -1;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.matches("content-length:\\s*\\d{1,6}\\s*")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
        }
        return length;
    }

    /** The length counts bytes, the reader characters: it stops at whichever the client sent. */
    private static String body(BufferedReader in, int bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        int left = bytes;
        while (left > 0) {
            int character = in.read();
            if (character < 0) {
                break;
            }
            text.append((char) character);
            left -= utf8Length((char) character);
        }
        return text.toString();
    }

    /** Of a pair of surrogates (four bytes) each half counts two. */
    private static int utf8Length(char character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }
}
