package io.kontor.access.internal.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kontor.access.LinkSender;
import io.kontor.access.internal.mail.MailSettings.Security;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends to a mail server in this process: in the clear, with TLS from the start, with STARTTLS, with an account. */
class SmtpCarrierTest {

    private static final String LINK = "https://crm.example.org/invitation#t0ken";
    private static final int TIMEOUT_MILLISECONDS = 10_000;

    @TempDir
    private Path folder = Path.of("");

    private GreenMail server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));
    private SSLContext formerTrust = trust();

    @BeforeEach
    void start() {
        formerTrust = trust();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        SSLContext.setDefault(formerTrust);
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @Test
    void theMailArrivesWithItsWordsAndItsLink() throws Exception {
        send(settings(Security.NONE, server.getSmtp().getPort(), "", ""), new Locale("ru"));
        MimeMessage mail = received();
        assertEquals("Вас приглашают в Kontor", mail.getSubject());
        assertEquals("bob@example.org", mail.getAllRecipients()[0].toString());
        assertEquals("Kontor <crm@example.org>", mail.getFrom()[0].toString());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertTrue(mail.getContent().toString().contains(LINK));
    }

    @Test
    void anAccountIsShownWhereTheServerAsksForOne() throws Exception {
        server.setUser("crm@example.org", "crm", "s3cret");
        int port = server.getSmtp().getPort();
        UncheckedIOException wrong = assertThrows(
                UncheckedIOException.class, () -> send(settings(Security.NONE, port, "crm", "wrong"), Locale.ENGLISH));
        assertTrue(String.valueOf(wrong.getCause().getCause().getMessage()).contains("535"), wrong::toString);
        send(settings(Security.NONE, port, "crm", "s3cret"), Locale.ENGLISH);
        received();
    }

    @Test
    void whereStartTlsIsAskedForNothingGoesInTheClear() {
        MailSettings settings = settings(Security.STARTTLS, server.getSmtp().getPort(), "", "");
        assertThrows(UncheckedIOException.class, () -> send(settings, Locale.ENGLISH));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void startTlsEncryptsAndThenTheMailGoes() throws Exception {
        SSLContext known = TestCertificate.make(folder, "localhost").context();
        try (StartTlsFront front = new StartTlsFront(known, server.getSmtp().getPort())) {
            MailSettings settings = settings(Security.STARTTLS, front.port(), "", "");
            assertThrows(UncheckedIOException.class, () -> send(settings, Locale.ENGLISH), "nobody vouches for it");
            assertEquals(0, server.getReceivedMessages().length);
            SSLContext.setDefault(known);
            send(settings, Locale.ENGLISH);
            received();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        SSLContext other = TestCertificate.make(folder, "mail.example.org").context();
        SSLContext.setDefault(other);
        try (StartTlsFront front = new StartTlsFront(other, server.getSmtp().getPort())) {
            MailSettings settings = settings(Security.STARTTLS, front.port(), "", "");
            assertThrows(UncheckedIOException.class, () -> send(settings, Locale.ENGLISH));
        }
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void tlsFromTheStart() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "localhost");
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        server.stop();
        server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTPS));
        server.start();
        MailSettings settings = settings(Security.TLS, server.getSmtps().getPort(), "", "");
        assertThrows(UncheckedIOException.class, () -> send(settings, Locale.ENGLISH), "nobody vouches for it");
        SSLContext.setDefault(certificate.context());
        send(settings, Locale.ENGLISH);
        received();
    }

    @Test
    void aServerThatIsNotThereIsAnError() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThrows(UncheckedIOException.class, () -> send(settings(Security.NONE, port, "", ""), Locale.ENGLISH));
    }

    private static void send(MailSettings settings, Locale locale) {
        LinkMail mail =
                new LinkMail(new SequentialIds(), new TestClock(), settings.mail_from(), new SmtpCarrier(settings));
        mail.send(LinkSender.Kind.INVITATION, "bob@example.org", LINK, locale);
    }

    /** The one mail. */
    private MimeMessage received() {
        assertTrue(server.waitForIncomingEmail(TIMEOUT_MILLISECONDS, 1));
        assertEquals(1, server.getReceivedMessages().length);
        return server.getReceivedMessages()[0];
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "localhost", protocol);
        setup.setServerStartupTimeout(TIMEOUT_MILLISECONDS);
        return setup;
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    private static MailSettings settings(Security security, int port, String user, String password) {
        return new Server(security, port, user, password);
    }

    /** The settings of a server on this machine. */
    private record Server(Security smtp_security, int smtp_port, String smtp_user, String smtp_password)
            implements MailSettings {

        @Override
        public String smtp_host() {
            return "localhost";
        }

        @Override
        public int smtp_timeout_seconds() {
            return 10;
        }

        @Override
        public String mail_from() {
            return "crm@example.org";
        }

        @Override
        public String outbox_folder() {
            return "";
        }

        @Override
        public Class<MailSettings> annotationType() {
            return MailSettings.class;
        }
    }
}
