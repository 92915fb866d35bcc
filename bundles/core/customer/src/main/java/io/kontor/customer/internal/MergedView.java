package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.Company;
import io.kontor.customer.Consent;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerId;
import io.kontor.customer.CustomerProfile;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One customer out of the facts of all its ids: the survivor's fields win, empty ones are filled from the others in the
 * order of their merges; lists are joined.
 *
 * @param facts the survivor's first
 */
record MergedView(List<CustomerFacts> facts) {

    MergedView {
        facts = List.copyOf(facts);
    }

    CustomerRecord survivor() {
        return facts.get(0).record();
    }

    CustomerId root() {
        return survivor().id();
    }

    List<CustomerId> ids() {
        return records().map(CustomerRecord::id).toList();
    }

    Customer customer() {
        return survivor().kind() == Kind.PERSON
                ? new Person(root(), first(CustomerRecord::givenName), first(CustomerRecord::familyName), profile())
                : new Company(
                        root(), first(CustomerRecord::legalName).orElse("–"), first(CustomerRecord::taxId), profile());
    }

    Optional<String> country() {
        return first(CustomerRecord::country)
                .or(() -> addresses().stream()
                        .flatMap(address -> address.country().stream())
                        .findFirst());
    }

    Optional<String> taxId() {
        return first(CustomerRecord::taxId);
    }

    /** Which fields of the customer are taken from which of the merged ids. */
    Map<String, CustomerId> provenance() {
        Map<String, CustomerId> filled = new TreeMap<>();
        fields().forEach((name, field) -> records()
                .filter(one -> field.apply(one).isPresent())
                .findFirst()
                .filter(one -> !one.equals(survivor()))
                .ifPresent(one -> filled.put(name, one.id())));
        return filled;
    }

    private static Map<String, Function<CustomerRecord, Optional<?>>> fields() {
        return Map.of(
                "givenName", CustomerRecord::givenName,
                "familyName", CustomerRecord::familyName,
                "legalName", CustomerRecord::legalName,
                "taxId", CustomerRecord::taxId,
                "firstTouch", CustomerRecord::firstTouch,
                "lastTouch", CustomerRecord::lastTouch,
                "locale", CustomerRecord::locale,
                "zone", CustomerRecord::zone,
                "country", CustomerRecord::country);
    }

    private Stream<CustomerRecord> records() {
        return facts.stream().map(CustomerFacts::record);
    }

    private CustomerProfile profile() {
        return new CustomerProfile(
                survivor().owner(),
                lifecycle(),
                first(CustomerRecord::firstTouch),
                first(CustomerRecord::lastTouch),
                points(),
                addresses(),
                tags(),
                first(CustomerRecord::locale),
                first(CustomerRecord::zone),
                consents(),
                customValues(),
                records().skip(1).map(CustomerRecord::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                createdAt(),
                survivor().version());
    }

    private <T> Optional<T> first(Function<CustomerRecord, Optional<T>> field) {
        return records().map(field).flatMap(Optional::stream).findFirst();
    }

    /** Whoever bought under any id is a customer. */
    private Lifecycle lifecycle() {
        List<Lifecycle> strongestFirst = List.of(Lifecycle.CUSTOMER, Lifecycle.FORMER, Lifecycle.PROSPECT);
        return records()
                .map(CustomerRecord::lifecycle)
                .min(Comparator.comparing(strongestFirst::indexOf))
                .orElseThrow();
    }

    private List<ContactPoint> points() {
        Map<List<Object>, ContactPoint> known = new LinkedHashMap<>();
        for (CustomerFacts one : facts) {
            one.points()
                    .forEach(point -> known.merge(
                            List.of(point.kind(), ContactValues.matchKey(point.kind(), point.value())),
                            point,
                            MergedView::better));
        }
        List<ContactPoint> points = new ArrayList<>(known.values());
        points.sort(Comparator.comparing(point -> point.validTo().isPresent()));
        return List.copyOf(points);
    }

    private static ContactPoint better(ContactPoint first, ContactPoint second) {
        if (first.validTo().isPresent() != second.validTo().isPresent()) {
            return first.validTo().isPresent() ? second : first;
        }
        return second.verified() && !first.verified() ? second : first;
    }

    private List<Address> addresses() {
        return facts.stream()
                .flatMap(one -> one.addresses().stream())
                .distinct()
                .toList();
    }

    private Set<String> tags() {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        facts.forEach(one -> tags.addAll(one.tags()));
        return tags;
    }

    /** What was said last for each purpose. */
    private List<Consent> consents() {
        Map<String, Consent> latest = new TreeMap<>();
        facts.forEach(one -> one.consents()
                .forEach(consent -> latest.merge(
                        consent.purpose(), consent, (old, young) -> young.at().isAfter(old.at()) ? young : old)));
        return List.copyOf(latest.values());
    }

    private Map<String, String> customValues() {
        Map<String, String> values = new TreeMap<>();
        facts.forEach(one -> one.customValues().forEach(values::putIfAbsent));
        return values;
    }

    private Instant createdAt() {
        return records()
                .map(CustomerRecord::createdAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
