package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.Consent;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Puts the rows of {@link CustomerReader}'s one query together; the columns {@code a} to {@code k} differ by part. */
final class CustomerParts {

    private static final Comparator<Keyed<?>> OLDEST_FIRST = Comparator.comparing(Keyed::key);

    private final Map<CustomerId, RecordParts> records = new HashMap<>();
    private boolean merged;

    private record Keyed<T>(UUID key, T value) {}

    private static final class RecordParts {
        private final List<Keyed<ContactPoint>> points = new ArrayList<>();
        private final List<Keyed<Address>> addresses = new ArrayList<>();
        private final TreeSet<String> tags = new TreeSet<>();
        private final List<Consent> consents = new ArrayList<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private Optional<CustomerRecord> found = Optional.empty();

        Optional<CustomerFacts> facts() {
            return found.map(record -> new CustomerFacts(
                    record, sorted(points), sorted(addresses), tags, List.copyOf(consents), Map.copyOf(values)));
        }
    }

    boolean merged() {
        return merged;
    }

    /** Takes in a row; the result only satisfies the mapper. */
    boolean add(Row row) {
        String part = row.string("part");
        if (part.equals("ALIAS")) {
            merged = true;
            return true;
        }
        CustomerId id = new CustomerId(row.uuid("customer_id"));
        RecordParts of = records.computeIfAbsent(id, key -> new RecordParts());
        switch (part) {
            case "RECORD" -> of.found = Optional.of(record(id, row));
            case "POINT" -> of.points.add(new Keyed<>(row.uuid("ref"), point(row)));
            case "ADDRESS" -> of.addresses.add(new Keyed<>(row.uuid("ref"), address(row)));
            case "TAG" -> of.tags.add(row.string("a"));
            case "CONSENT" ->
                of.consents.add(new Consent(
                        row.string("a"),
                        row.enumeration("b", Consent.State.class),
                        row.instant("at"),
                        row.string("c")));
            case "VALUE" -> of.values.put(row.string("a"), row.string("b"));
            default -> throw new IllegalStateException("Unknown part " + part);
        }
        return true;
    }

    /** The view over these ids in their order; empty if the first is no customer. */
    Optional<MergedView> view(Collection<CustomerId> order) {
        List<CustomerFacts> facts = order.stream()
                .filter(records::containsKey)
                .flatMap(id -> records.get(id).facts().stream())
                .toList();
        return facts.isEmpty() ? Optional.empty() : Optional.of(new MergedView(facts));
    }

    private static CustomerRecord record(CustomerId id, Row row) {
        return new CustomerRecord(
                id,
                row.enumeration("a", Kind.class),
                row.optionalString("b"),
                row.optionalString("c"),
                row.optionalString("d"),
                row.optionalString("e"),
                new UserId(row.uuid("ref")),
                row.enumeration("f", Lifecycle.class),
                row.optionalString("g"),
                row.optionalString("h"),
                row.optionalString("i").map(Locale::forLanguageTag),
                row.optionalString("j").map(ZoneId::of),
                row.optionalString("k"),
                row.instant("at"),
                row.number("n"));
    }

    private static <T> List<T> sorted(List<Keyed<T>> keyed) {
        return keyed.stream().sorted(OLDEST_FIRST).<T>map(Keyed::value).toList();
    }

    private static ContactPoint point(Row row) {
        return new ContactPoint(
                row.enumeration("a", ContactPoint.Kind.class),
                row.string("b"),
                row.optionalString("c"),
                row.bool("n"),
                row.instant("at"),
                row.optionalInstant("until"));
    }

    private static Address address(Row row) {
        return new Address(
                row.enumeration("a", Address.Kind.class),
                row.string("b").lines().toList(),
                row.optionalString("c"),
                row.optionalString("d"),
                row.optionalString("e"),
                row.optionalString("f"));
    }
}
