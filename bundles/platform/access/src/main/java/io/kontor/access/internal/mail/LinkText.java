package io.kontor.access.internal.mail;

import io.kontor.access.LinkSender;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The words of a mail with a link, in one of the shipped languages. */
record LinkText(String subject, String text) {

    private static final Set<String> LANGUAGES = Set.of("en", "ru", "de");

    static LinkText of(LinkSender.Kind kind, Locale locale) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
        String file = "/mail/" + language + ".properties";
        Properties words = new Properties();
        try (InputStream stream = Objects.requireNonNull(LinkText.class.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String prefix = switch (kind) {
            case INVITATION -> "invitation";
            case PASSWORD_RESET -> "password-reset";
        };
        return new LinkText(words.getProperty(prefix + ".subject"), words.getProperty(prefix + ".text"));
    }

    String body(String link) {
        return text.replace("{link}", link);
    }
}
