package io.kontor.access;

import java.util.Locale;

/** Sends one-time links (invitation, password reset): by SMTP where {@code etc/} has it, else into {@code data/outbox}. */
public interface LinkSender {

    /** The kinds of links. */
    enum Kind {
        INVITATION,
        PASSWORD_RESET
    }

    /**
     * Sends a mail with the link.
     *
     * @param to the address
     * @param link the absolute address of the page, with the token in its fragment so that no server logs it
     */
    void send(Kind kind, String to, String link, Locale locale);
}
