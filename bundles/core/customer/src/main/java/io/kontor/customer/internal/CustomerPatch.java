package io.kontor.customer.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.customer.Address;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.CustomerError;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.rest.MergePatch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a merge patch of a customer: lists are replaced as a whole, custom values one by one. */
record CustomerPatch(MergePatch patch) {

    /**
     * What can be changed of a customer.
     *
     * @param zone of the IANA time zone database
     * @param country ISO 3166-1 alpha-2
     * @param points all that count from now on; another one ends
     * @param customValues by the field's key; null clears one
     */
    public record CustomerPatchJson(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String legalName,
            @Nullable String taxId,
            UUID owner,
            Lifecycle lifecycle,
            @Nullable Locale locale,
            @Nullable ZoneId zone,
            @Nullable String country,
            @Nullable Set<String> tags,
            @Nullable List<PointPatchJson> points,
            @Nullable List<CustomerJson.AddressJson> addresses,
            @Nullable Map<String, @Nullable String> customValues) {}

    /** A way to reach the customer. */
    public record PointPatchJson(
            ContactPoint.Kind kind, String value, @Nullable String label) {}

    private static final int LONGEST_TAG = 64;

    CustomerPatch {
        patch.only(CustomerPatchJson.class);
    }

    CustomerDraft apply(CustomerDraft present) {
        Optional<String> country = patch.value("country", present.country(), CustomerPatch::country);
        return new CustomerDraft(
                text("givenName", present.givenName(), 200),
                text("familyName", present.familyName(), 200),
                text("legalName", present.legalName(), 400),
                text("taxId", present.taxId(), 64),
                patch.value("owner", Optional.of(present.owner()), node -> new UserId(UUID.fromString(text(node))))
                        .orElse(present.owner()),
                patch.value("lifecycle", Optional.of(present.lifecycle()), node -> Lifecycle.valueOf(text(node)))
                        .orElse(present.lifecycle()),
                patch.value("locale", present.locale(), CustomerPatch::locale),
                patch.value("zone", present.zone(), node -> ZoneId.of(text(node))),
                country,
                patch.value("tags", Optional.of(present.tags()), CustomerPatch::tags)
                        .orElse(Set.of()),
                patch.value("points", Optional.of(present.points()), node -> points(node, country))
                        .orElse(List.of()),
                patch.value("addresses", Optional.of(present.addresses()), CustomerPatch::addresses)
                        .orElse(List.of()),
                values(present.customValues()));
    }

    /** Blank text clears a field, as an emptied input of a form does. */
    private Optional<String> text(String field, Optional<String> present, int longest) {
        return patch.value(field, present, node -> limited(text(node).strip(), longest))
                .filter(text -> !text.isEmpty());
    }

    private static String limited(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("it is longer than " + longest + " characters");
        }
        return text;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("it must be text");
        }
        return node.textValue();
    }

    static String country(JsonNode node) {
        String code = text(node).toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
            throw new IllegalArgumentException("it is not an ISO 3166-1 code: " + code);
        }
        return code;
    }

    private static Locale locale(JsonNode node) {
        try {
            return new Locale.Builder().setLanguageTag(text(node)).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Set<String> tags(JsonNode node) {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.addAll(list(node, CustomerPatch::tag));
        return tags;
    }

    private static String tag(JsonNode node) {
        String tag = limited(text(node).strip().replaceAll("\\s+", " "), LONGEST_TAG);
        if (tag.isEmpty()) {
            throw new IllegalArgumentException("a tag is not empty");
        }
        return tag;
    }

    private static List<CustomerDraft.Point> points(JsonNode node, Optional<String> country) {
        return list(node, one -> point(one, country));
    }

    private static CustomerDraft.Point point(JsonNode node, Optional<String> country) {
        ContactPoint.Kind kind = ContactPoint.Kind.valueOf(text(node.path("kind")));
        String value = text(node.path("value"));
        return new CustomerDraft.Point(
                kind, normalized(kind, value, country), optional(node, "label").map(label -> limited(label, 64)));
    }

    /** What a person types must be readable, unlike what a shop sends. */
    static String normalized(ContactPoint.Kind kind, String raw, Optional<String> country) {
        return switch (kind) {
            case PHONE ->
                ContactValues.phone(raw, country)
                        .orElseThrow(() -> new KontorException(CustomerError.PHONE_INVALID, Map.of("value", raw)));
            case EMAIL ->
                ContactValues.email(raw)
                        .orElseThrow(() -> new KontorException(CustomerError.EMAIL_INVALID, Map.of("value", raw)));
            case MESSENGER -> limited(raw.strip(), 320);
        };
    }

    private static List<Address> addresses(JsonNode node) {
        return list(
                node,
                one -> new Address(
                        Address.Kind.valueOf(text(one.path("kind"))),
                        list(one.path("lines"), line -> limited(text(line).strip(), 300)),
                        optional(one, "city").map(city -> limited(city, 200)),
                        optional(one, "region").map(region -> limited(region, 200)),
                        optional(one, "postcode").map(postcode -> limited(postcode, 32)),
                        one.path("country").isTextual()
                                ? Optional.of(country(one.path("country")))
                                : Optional.empty()));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(text(value).strip());
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("it must be a list");
        }
        List<T> values = new ArrayList<>();
        node.forEach(one -> values.add(read.apply(one)));
        return List.copyOf(values);
    }

    private Map<String, String> values(Map<String, String> present) {
        Map<String, String> values = new TreeMap<>(present);
        return patch.value("customValues", Optional.of(present), node -> merged(node, values))
                .orElse(Map.of());
    }

    private static Map<String, String> merged(JsonNode node, Map<String, String> values) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("it must be an object");
        }
        node.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                values.remove(field.getKey());
            } else {
                values.put(field.getKey(), text(field.getValue()));
            }
        });
        return values;
    }
}
