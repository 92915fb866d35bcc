package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates as the shop writes and reads them: site-local without a zone, and UTC without a {@code Z}. */
final class Dates {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private final ZoneId zone;

    Dates(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes {@code <field>} in the site's zone and {@code <field>_gmt} in UTC. */
    void put(ObjectNode node, String field, Instant moment) {
        node.put(field, SECONDS.format(moment.atZone(zone)));
        node.put(field + "_gmt", SECONDS.format(moment.atZone(ZoneOffset.UTC)));
    }

    void putNull(ObjectNode node, String field) {
        node.putNull(field);
        node.putNull(field + "_gmt");
    }

    /** Reads {@code <field>_gmt}, or the site-local {@code <field>} where the other is missing. */
    Optional<Instant> get(JsonNode node, String field) {
        Optional<LocalDateTime> gmt = local(node.path(field + "_gmt").asText(""));
        return gmt.isPresent()
                ? gmt.map(d -> d.toInstant(ZoneOffset.UTC))
                : local(node.path(field).asText("")).map(d -> d.atZone(zone).toInstant());
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return text.isBlank() || "null".equals(text)
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, 19) : text));
        } catch (DateTimeException e) {
            throw new RestError(400, "rest_invalid_param", "Invalid parameter(s): " + text + " is no date", e);
        }
    }

    /**
     * A date in a query. WordPress turns a value with an offset or {@code Z} into the site's wall clock first and only
     * then compares it with the chosen column, so such a value together with {@code dates_are_gmt} is off by the zone.
     */
    Instant query(String name, String value, boolean gmt) {
        try {
            LocalDateTime wall = value.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(value).atZoneSameInstant(zone).toLocalDateTime()
                    : LocalDateTime.parse(value.length() == 10 ? value + "T00:00:00" : value.replace(' ', 'T'));
            return wall.atZone(gmt ? ZoneOffset.UTC : zone).toInstant();
        } catch (DateTimeException e) {
            throw new RestError(400, "rest_invalid_param", "Invalid parameter(s): " + name, e);
        }
    }
}
