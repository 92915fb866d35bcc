package io.kontor.access.internal.mail;

import io.kontor.access.LinkSender;
import io.kontor.kernel.IdGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Writes the mail in the reader's language and hands it to the mail server or the outbox. */
@Component(service = LinkSender.class, configurationPid = "io.kontor.access.mail")
@Designate(ocd = MailSettings.class)
public final class LinkMail implements LinkSender {

    private final IdGenerator ids;
    private final Clock clock;
    private final String from;
    private final Carrier carrier;

    @Activate
    public LinkMail(@Reference IdGenerator ids, @Reference Clock clock, BundleContext context, MailSettings settings) {
        this(ids, clock, settings.mail_from(), carrier(context, settings));
    }

    LinkMail(IdGenerator ids, Clock clock, String from, Carrier carrier) {
        this.ids = ids;
        this.clock = clock;
        this.from = from;
        this.carrier = carrier;
    }

    @Override
    public void send(Kind kind, String to, String link, Locale locale) {
        LinkText text = LinkText.of(kind, locale);
        var at = clock.instant().atZone(ZoneOffset.UTC);
        try {
            carrier.carry(new Letter(ids.next(), from, to, text.subject(), text.body(link), at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Carrier carrier(BundleContext context, MailSettings settings) {
        if (!settings.smtp_host().isBlank()) {
            return new SmtpCarrier(settings);
        }
        return new OutboxCarrier(
                settings.outbox_folder().isBlank()
                        ? Path.of(String.valueOf(context.getProperty("karaf.data")), "outbox")
                        : Path.of(settings.outbox_folder()));
    }
}
