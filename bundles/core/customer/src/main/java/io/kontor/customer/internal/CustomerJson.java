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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A customer's page as JSON. */
public record CustomerJson(
        UUID id,
        Kind kind,
        String name,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> legalName,
        Optional<String> taxId,
        UUID owner,
        Lifecycle lifecycle,
        Optional<String> firstTouch,
        Optional<String> lastTouch,
        List<PointJson> points,
        List<AddressJson> addresses,
        List<String> tags,
        Optional<String> locale,
        Optional<String> zone,
        List<ConsentJson> consents,
        Map<String, String> customValues,
        List<UUID> mergedFrom,
        Instant createdAt,
        long version) {

    /** A way to reach the customer. */
    public record PointJson(
            ContactPoint.Kind kind,
            String value,
            Optional<String> label,
            boolean verified,
            Instant validFrom,
            Optional<Instant> validTo) {}

    /** A postal address. */
    public record AddressJson(
            Address.Kind kind,
            List<String> lines,
            Optional<String> city,
            Optional<String> region,
            Optional<String> postcode,
            Optional<String> country) {

        static AddressJson of(Address address) {
            return new AddressJson(
                    address.kind(),
                    address.lines(),
                    address.city(),
                    address.region(),
                    address.postcode(),
                    address.country());
        }

        Address address() {
            return new Address(kind, lines, city, region, postcode, country.map(code -> code.toUpperCase(Locale.ROOT)));
        }
    }

    /** What the customer agreed to or refused. */
    public record ConsentJson(String purpose, Consent.State state, Instant at, String evidence) {}

    static CustomerJson of(Customer customer) {
        CustomerProfile profile = customer.profile();
        Optional<Person> person = customer instanceof Person human ? Optional.of(human) : Optional.empty();
        Optional<Company> company = customer instanceof Company firm ? Optional.of(firm) : Optional.empty();
        return new CustomerJson(
                customer.id().value(),
                person.isPresent() ? Kind.PERSON : Kind.COMPANY,
                customer.name(),
                person.flatMap(Person::givenName),
                person.flatMap(Person::familyName),
                company.map(Company::legalName),
                company.flatMap(Company::taxId),
                profile.owner().value(),
                profile.lifecycle(),
                profile.firstTouch(),
                profile.lastTouch(),
                profile.points().stream().map(CustomerJson::point).toList(),
                profile.addresses().stream().map(AddressJson::of).toList(),
                List.copyOf(profile.tags()),
                profile.locale().map(Locale::toLanguageTag),
                profile.zone().map(ZoneId::getId),
                profile.consents().stream().map(CustomerJson::consent).toList(),
                profile.customValues(),
                profile.mergedFrom().stream().map(CustomerId::value).toList(),
                profile.createdAt(),
                profile.version());
    }

    private static PointJson point(ContactPoint point) {
        return new PointJson(
                point.kind(), point.value(), point.label(), point.verified(), point.validFrom(), point.validTo());
    }

    private static ConsentJson consent(Consent consent) {
        return new ConsentJson(consent.purpose(), consent.state(), consent.at(), consent.evidence());
    }
}
