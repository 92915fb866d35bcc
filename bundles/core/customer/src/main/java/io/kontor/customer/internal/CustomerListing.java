package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerId;
import io.kontor.customer.CustomerProfile;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.Person;
import io.kontor.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A customer as a line of a list.
 *
 * @param lastActivityAt the latest entry of the timeline
 */
record CustomerListing(
        CustomerId id,
        Kind kind,
        String name,
        UserId owner,
        Lifecycle lifecycle,
        Optional<String> mainEmail,
        Optional<String> mainPhone,
        Optional<String> city,
        Optional<String> country,
        List<String> tags,
        Instant createdAt,
        Optional<Instant> lastActivityAt) {

    private static final int LONGEST_NAME = 200;

    /** The line for a customer; it follows from the facts alone. */
    static CustomerListing of(MergedView view, Optional<Instant> lastActivityAt) {
        Customer customer = view.customer();
        CustomerProfile profile = customer.profile();
        return new CustomerListing(
                customer.id(),
                customer instanceof Person ? Kind.PERSON : Kind.COMPANY,
                cut(customer.name()),
                profile.owner(),
                profile.lifecycle(),
                main(profile, ContactPoint.Kind.EMAIL),
                main(profile, ContactPoint.Kind.PHONE),
                first(profile, Address::city),
                view.country(),
                List.copyOf(profile.tags()),
                profile.createdAt(),
                lastActivityAt);
    }

    private static Optional<String> main(CustomerProfile profile, ContactPoint.Kind kind) {
        return profile.points().stream()
                .filter(point -> point.kind() == kind && point.validTo().isEmpty())
                .map(ContactPoint::value)
                .findFirst();
    }

    private static Optional<String> first(CustomerProfile profile, Function<Address, Optional<String>> field) {
        return profile.addresses().stream().map(field).flatMap(Optional::stream).findFirst();
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
