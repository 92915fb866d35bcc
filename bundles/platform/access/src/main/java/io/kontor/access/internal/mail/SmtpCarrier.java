package io.kontor.access.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** Hands letters to a mail server. */
record SmtpCarrier(MailSettings settings) implements Carrier {

    private static final int MILLISECONDS = 1000;

    @Override
    public void carry(Letter letter) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        // Jakarta Mail finds its own parts through this loader.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(letter.message()));
            try (Transport transport = session.getTransport()) {
                if (settings.smtp_user().isBlank()) {
                    transport.connect();
                } else {
                    transport.connect(settings.smtp_user(), settings.smtp_password());
                }
                transport.sendMessage(message, new InternetAddress[] {new InternetAddress(letter.to())});
            }
        } catch (MessagingException e) {
            throw new IOException("The mail server did not take the mail", e);
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    private Properties properties() {
        String protocol = settings.smtp_security() == MailSettings.Security.TLS ? "smtps" : "smtp";
        String timeout = String.valueOf(settings.smtp_timeout_seconds() * MILLISECONDS);
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail." + protocol + ".host", settings.smtp_host());
        properties.setProperty("mail." + protocol + ".port", String.valueOf(settings.smtp_port()));
        properties.setProperty(
                "mail." + protocol + ".auth",
                String.valueOf(!settings.smtp_user().isBlank()));
        properties.setProperty("mail." + protocol + ".connectiontimeout", timeout);
        properties.setProperty("mail." + protocol + ".timeout", timeout);
        properties.setProperty("mail." + protocol + ".writetimeout", timeout);
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (settings.smtp_security() == MailSettings.Security.STARTTLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return properties;
    }
}
