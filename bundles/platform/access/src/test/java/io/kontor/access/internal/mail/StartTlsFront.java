package io.kontor.access.internal.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a mail server that knows no STARTTLS (RFC 3207), speaks it, and passes on what comes afterwards. */
final class StartTlsFront implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    private final SSLContext tls;
    private final int behind;

    StartTlsFront(SSLContext tls, int behind) throws IOException {
        this.tls = tls;
        this.behind = behind;
        start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() throws IOException {
        while (!door.isClosed()) {
            Socket plain = door.accept();
            start(() -> greet(plain));
        }
    }

    /** Nothing but EHLO and STARTTLS is understood in the clear. */
    private void greet(Socket plain) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(plain.getInputStream(), StandardCharsets.US_ASCII));
        say(plain, "220 front ready\r\n");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("EHLO")) {
                say(plain, "250-front\r\n250 STARTTLS\r\n");
            } else if (line.equals("STARTTLS")) {
                say(plain, "220 go ahead\r\n");
                SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
                secure.setUseClientMode(false);
                pass(secure);
                return;
            } else {
                say(plain, "530 Must issue a STARTTLS command first\r\n");
            }
        }
    }

    private void pass(Socket secure) throws IOException {
        Socket server = new Socket("localhost", behind);
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        start(() -> copy(server.getInputStream(), secure.getOutputStream()));
        copy(secure.getInputStream(), server.getOutputStream());
        server.close();
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[4096];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The door is closed, or the client went away or refused the certificate; the test sees its own side.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
