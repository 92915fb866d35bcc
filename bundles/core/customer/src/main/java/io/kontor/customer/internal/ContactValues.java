package io.kontor.customer.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.kontor.customer.ContactPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How phones and e-mails are written down, so that equal ones are equal. */
public final class ContactValues {

    /** The longest e-mail address that can be delivered to, RFC 5321 section 4.5.3.1. */
    private static final int LONGEST = 320;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** Mail domains of marketplaces that hide the buyer: many people, or one person many times. */
    private static final Pattern RELAY =
            Pattern.compile(".*@(marketplace\\.amazon\\.[a-z.]+|members\\.ebay\\.[a-z.]+)");

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    /** Shorter ones (extensions, service numbers) are possible in some countries but reach nobody from outside. */
    private static final int SHORTEST = "+1234567".length();

    private static final String NO_REGION = "ZZ";

    private ContactValues() {}

    /**
     * A phone number as E.164 (ITU-T), or empty if it cannot be read.
     *
     * @param country ISO 3166-1 alpha-2, to read a number in national notation with
     */
    public static Optional<String> phone(String raw, Optional<String> country) {
        String text = raw.strip();
        if (text.startsWith("00")) {
            text = "+" + text.substring(2);
        }
        try {
            PhoneNumber number = PHONES.parse(
                    text, country.map(code -> code.toUpperCase(Locale.ROOT)).orElse(NO_REGION));
            String e164 = PHONES.format(number, PhoneNumberFormat.E164);
            return PHONES.isPossibleNumber(number) && e164.length() >= SHORTEST ? Optional.of(e164) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The number's digits within its country, for somebody who types it as it is dialled there. */
    public static Optional<String> nationalDigits(String e164) {
        try {
            return Optional.of(PHONES.getNationalSignificantNumber(PHONES.parse(e164, NO_REGION)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** An e-mail address with its domain in lower case, or empty if it is none. */
    public static Optional<String> email(String raw) {
        String text = raw.strip();
        if (text.length() > LONGEST || !EMAIL.matcher(text).matches()) {
            return Optional.empty();
        }
        int at = text.indexOf('@');
        return Optional.of(text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT));
    }

    /** Whether the address belongs to a marketplace's relay and so identifies nobody. */
    public static boolean relay(String email) {
        return RELAY.matcher(email.toLowerCase(Locale.ROOT)).matches();
    }

    /** What two spellings of the same contact point have in common. */
    public static String matchKey(ContactPoint.Kind kind, String value) {
        return kind == ContactPoint.Kind.EMAIL ? value.toLowerCase(Locale.ROOT) : value;
    }

    /** What cannot be read is kept as it came, as far as the column goes. */
    static String asReceived(String raw) {
        String text = raw.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
