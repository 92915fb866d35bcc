package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads a document of the shop leniently: plugins send strings for numbers, numbers for strings, objects for lists and
 * nothing at all. What is there but means nothing is {@link Unreadable}.
 */
record WooFields(JsonNode node, ZoneId zone) {

    /** Longer numbers are no amounts, and reading them could fill the memory. */
    private static final int LONGEST_NUMBER = 40;

    WooFields at(String name) {
        return new WooFields(node.path(name), zone);
    }

    /** The elements of a list; anything else counts as an empty list. */
    List<WooFields> list(String name) {
        return at(name).elements();
    }

    List<WooFields> elements() {
        if (!node.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(element -> new WooFields(element, zone))
                .toList();
    }

    /** A text, number or truth value as text; empty if it is blank. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (!value.isValueNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** As {@link #text}, without the HTML that shops put into names. */
    Optional<String> words(String name) {
        return text(name).map(HtmlText::plain).filter(text -> !text.isEmpty());
    }

    /** An identifier; zero is the shop's word for none. */
    Optional<String> id(String name) {
        return text(name).filter(id -> !id.equals("0"));
    }

    boolean flag(String name) {
        return text(name)
                .map(value -> value.equals("true") || value.equals("yes") || value.equals("1"))
                .orElse(false);
    }

    /** @throws Unreadable if it is there and no number */
    Optional<BigDecimal> decimal(String name) {
        return text(name).map(value -> {
            if (value.length() > LONGEST_NUMBER) {
                throw new Unreadable("the field " + name + " is no number");
            }
            try {
                BigDecimal number = new BigDecimal(value);
                if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                    throw new Unreadable("the field " + name + " is no number");
                }
                return number;
            } catch (NumberFormatException e) {
                throw new Unreadable("the field " + name + " is no number", e);
            }
        });
    }

    /**
     * A moment: the field in UTC, else the one in the shop's own time.
     *
     * @throws Unreadable if it is there and no moment
     */
    Optional<Instant> moment(String name) {
        Optional<Instant> utc = moment(name + "_gmt", ZoneOffset.UTC);
        return utc.isPresent() ? utc : moment(name, zone);
    }

    private Optional<Instant> moment(String name, ZoneId local) {
        return text(name).filter(value -> !value.startsWith("0000-00-00")).map(value -> parse(name, value, local));
    }

    private static Instant parse(String name, String value, ZoneId local) {
        String iso = value.replace(' ', 'T');
        try {
            boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(local).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable("the field " + name + " is no date", e);
        }
    }
}
