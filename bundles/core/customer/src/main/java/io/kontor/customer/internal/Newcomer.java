package io.kontor.customer.internal;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.CustomerId;
import io.kontor.customer.NewCustomer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes facts out of what is known of somebody at the first contact. */
final class Newcomer {

    private Newcomer() {}

    static CustomerFacts facts(CustomerId id, NewCustomer newcomer, List<NewPoint> vouched) {
        return new CustomerFacts(
                record(id, newcomer),
                points(newcomer, vouched).stream()
                        .map(point -> new ContactPoint(
                                point.kind(),
                                point.value(),
                                point.label(),
                                point.verified(),
                                newcomer.since(),
                                Optional.empty()))
                        .toList(),
                newcomer.addresses().stream().distinct().toList(),
                new TreeSet<>(newcomer.tags()),
                List.of(),
                new TreeMap<>());
    }

    private static CustomerRecord record(CustomerId id, NewCustomer newcomer) {
        return new CustomerRecord(
                id,
                newcomer.company().isPresent() ? Kind.COMPANY : Kind.PERSON,
                newcomer.givenName(),
                newcomer.familyName(),
                newcomer.company(),
                newcomer.taxId(),
                newcomer.owner(),
                newcomer.lifecycle(),
                newcomer.source(),
                newcomer.source(),
                newcomer.locale(),
                newcomer.zone(),
                newcomer.country().map(code -> code.toUpperCase(Locale.ROOT)),
                newcomer.since(),
                1);
    }

    /** Each once, the source's own first; what cannot be read is kept as received, but identifies nobody. */
    static List<NewPoint> points(NewCustomer newcomer, List<NewPoint> vouched) {
        Map<String, NewPoint> points = new LinkedHashMap<>();
        vouched.forEach(point -> put(points, point));
        for (String raw : newcomer.emails()) {
            String email = ContactValues.email(raw).orElseGet(() -> ContactValues.asReceived(raw));
            put(points, new NewPoint(ContactPoint.Kind.EMAIL, email, Optional.empty(), false));
        }
        for (String raw : newcomer.phones()) {
            String phone = ContactValues.phone(raw, newcomer.country()).orElseGet(() -> ContactValues.asReceived(raw));
            put(points, new NewPoint(ContactPoint.Kind.PHONE, phone, Optional.empty(), false));
        }
        return List.copyOf(points.values());
    }

    private static void put(Map<String, NewPoint> points, NewPoint point) {
        if (!point.value().isEmpty()) {
            points.putIfAbsent(point.kind() + ":" + point.matchKey(), point);
        }
    }
}
