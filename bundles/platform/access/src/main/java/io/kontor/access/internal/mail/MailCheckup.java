package io.kontor.access.internal.mail;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether the mail server answers. Nothing is sent and nobody logs in. */
@Component(configurationPid = "io.kontor.access.mail")
public final class MailCheckup implements Checkup {

    private static final int TIMEOUT_MILLIS = 8000;
    private static final String READY = "220";

    private final MailSettings settings;

    @Activate
    public MailCheckup(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail server";
    }

    @Override
    public List<Finding> examine() {
        String host = settings.smtp_host();
        if (host.isBlank()) {
            return List.of(Finding.doubtful(
                    "none: invitations and links for new passwords stay in data/outbox",
                    "set smtp.host in etc/io.kontor.access.mail.cfg"));
        }
        String where = host + ":" + settings.smtp_port();
        try {
            String greeting = greeting(host);
            return List.of(
                    greeting.startsWith(READY)
                            ? Finding.fine(where + " answers")
                            : Finding.wrong(where + " answers \"" + greeting + "\"", remedy()));
        } catch (IOException e) {
            return List.of(Finding.wrong(where + " cannot be reached: " + e.getMessage(), remedy()));
        }
    }

    private String greeting(String host) throws IOException {
        boolean tls = settings.smtp_security() == MailSettings.Security.TLS;
        SocketFactory factory = tls ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
        try (Socket socket = factory.createSocket()) {
            socket.connect(new InetSocketAddress(host, settings.smtp_port()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(in.readLine());
        }
    }

    private String remedy() {
        return "check smtp.host, smtp.port and smtp.security (" + settings.smtp_security()
                + ": 587 with STARTTLS, 465 with TLS) in etc/io.kontor.access.mail.cfg; mails wait and are tried again";
    }
}
