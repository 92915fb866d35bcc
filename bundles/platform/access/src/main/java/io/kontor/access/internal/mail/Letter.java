package io.kontor.access.internal.mail;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/**
 * A mail of plain text.
 *
 * @param id makes its Message-ID
 * @param from an address
 * @param to an address
 * @param text lines end in {@code \n}
 */
record Letter(UUID id, String from, String to, String subject, String text, ZonedDateTime at) {

    private static final int LINE = 76;
    private static final byte[] CRLF = {'\r', '\n'};

    Letter {
        if (breaks(from) || breaks(to)) {
            throw new IllegalArgumentException("An address has no line breaks");
        }
    }

    /** The message as RFC 5322 has it, body in UTF-8 and base64. */
    byte[] message() {
        String host = from.substring(from.lastIndexOf('@') + 1);
        String headers = String.join(
                "\r\n",
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.withZoneSameInstant(ZoneOffset.UTC)),
                "From: Kontor <" + from + ">",
                "To: <" + to + ">",
                "Subject: =?UTF-8?B?" + base64(subject) + "?=",
                "Message-ID: <" + id + "@" + host + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64");
        String body = Base64.getMimeEncoder(LINE, CRLF)
                .encodeToString(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return (headers + "\r\n\r\n" + body + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean breaks(String address) {
        return address.indexOf('\r') >= 0 || address.indexOf('\n') >= 0;
    }
}
