package io.kontor.it.bench;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as MariaDB writes it into its general log (Item_param::query_val_str of the server): NULL, a number, a
 * quoted text, or TIMESTAMP, DATE or TIME with a quoted one. Inside quotes a backslash stands before {@code 0}, {@code n},
 * {@code r}, {@code Z} for NUL, line feed, carriage return, 0x1A, and before any other byte for that byte itself; bytes
 * that are no UTF-8 have one.
 *
 * @param value as JDBC takes it: a Long, BigDecimal, Double, String, byte[], LocalDateTime, LocalDate or LocalTime
 * @param end where the text goes on behind it
 */
record Literal(@Nullable Object value, int end) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?(e[-+]?\\d+)?");
    private static final Pattern MOMENT = Pattern.compile("(TIMESTAMP|DATE|TIME)'([^']*)'");
    private static final String NULL = "NULL";

    /** The literal that begins there; empty if none does. */
    static Optional<Literal> at(String text, int begin) {
        if (text.startsWith(NULL, begin)) {
            return Optional.of(new Literal(null, begin + NULL.length()));
        }
        if (text.startsWith("'", begin)) {
            return quoted(text, begin + 1);
        }
        Matcher number = NUMBER.matcher(text).region(begin, text.length());
        if (number.lookingAt()) {
            return Optional.of(new Literal(number(number), number.end()));
        }
        Matcher moment = MOMENT.matcher(text).region(begin, text.length());
        return moment.lookingAt()
                ? Optional.of(new Literal(moment(moment.group(1), moment.group(2)), moment.end()))
                : Optional.empty();
    }

    private static Object number(Matcher number) {
        if (number.group(2) != null) {
            return Double.valueOf(number.group());
        }
        return number.group(1) == null ? Long.valueOf(number.group()) : new BigDecimal(number.group());
    }

    private static Object moment(String kind, String text) {
        return switch (kind) {
            case "DATE" -> LocalDate.parse(text);
            case "TIME" -> LocalTime.parse(text);
            default -> LocalDateTime.parse(text.replace(' ', 'T'));
        };
    }

    private static Optional<Literal> quoted(String text, int begin) {
        byte[] bytes = new byte[text.length() - begin];
        int length = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                return Optional.of(new Literal(textOrBytes(bytes, length), i + 1));
            }
            if (c == '\\') {
                i++;
                c = unescaped(text.charAt(i));
            }
            bytes[length++] = (byte) c;
        }
        return Optional.empty();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'Z' -> 0x1A;
            default -> c;
        };
    }

    /** The log does not say which it was: text is what is UTF-8 and has no control characters but tabs and lines. */
    private static Object textOrBytes(byte[] buffer, int length) {
        byte[] bytes = Arrays.copyOf(buffer, length);
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return bytes;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes; // that is how bytes are told from text
        }
    }
}
