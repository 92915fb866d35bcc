package io.kontor.customer.internal.identity;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.Identity;
import io.kontor.customer.internal.ContactValues;
import io.kontor.customer.internal.NewPoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an identity can tell who somebody is: normalised, and without what many people share.
 *
 * @param emails match keys
 * @param phones E.164
 */
record Traces(Set<String> emails, Set<String> phones, List<NewPoint> points) {

    static Traces of(Identity identity) {
        if (identity.anonymous()) {
            return new Traces(Set.of(), Set.of(), List.of());
        }
        List<String> addresses = identity.emails().stream()
                .flatMap(raw -> ContactValues.email(raw).stream())
                .filter(email -> !ContactValues.relay(email))
                .toList();
        List<String> numbers = identity.phones().stream()
                .flatMap(raw -> ContactValues.phone(raw, identity.country()).stream())
                .distinct()
                .toList();
        List<NewPoint> points = Stream.concat(
                        addresses.stream()
                                .map(email -> point(ContactPoint.Kind.EMAIL, email, identity.emailsVerified())),
                        numbers.stream().map(phone -> point(ContactPoint.Kind.PHONE, phone, false)))
                .toList();
        Set<String> emails = new LinkedHashSet<>();
        addresses.forEach(email -> emails.add(ContactValues.matchKey(ContactPoint.Kind.EMAIL, email)));
        return new Traces(emails, new LinkedHashSet<>(numbers), distinct(points));
    }

    private static List<NewPoint> distinct(List<NewPoint> points) {
        Set<String> seen = new LinkedHashSet<>();
        return points.stream()
                .filter(point -> seen.add(point.kind() + ":" + ContactValues.matchKey(point.kind(), point.value())))
                .toList();
    }

    private static NewPoint point(ContactPoint.Kind kind, String value, boolean verified) {
        return new NewPoint(kind, value, Optional.empty(), verified);
    }
}
