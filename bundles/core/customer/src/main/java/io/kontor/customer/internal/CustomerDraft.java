package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.Company;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerProfile;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.Person;
import io.kontor.kernel.UserId;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person may change of a customer, as it stands or as it shall be. */
record CustomerDraft(
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> legalName,
        Optional<String> taxId,
        UserId owner,
        Lifecycle lifecycle,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        Optional<String> country,
        Set<String> tags,
        List<Point> points,
        List<Address> addresses,
        Map<String, String> customValues) {

    /** A valid contact point, normalised. */
    record Point(ContactPoint.Kind kind, String value, Optional<String> label) {

        String matchKey() {
            return ContactValues.matchKey(kind, value);
        }
    }

    static CustomerDraft of(MergedView view) {
        Customer customer = view.customer();
        CustomerProfile profile = customer.profile();
        Optional<Person> person = customer instanceof Person human ? Optional.of(human) : Optional.empty();
        Optional<Company> company = customer instanceof Company firm ? Optional.of(firm) : Optional.empty();
        return new CustomerDraft(
                person.flatMap(Person::givenName),
                person.flatMap(Person::familyName),
                company.map(Company::legalName),
                view.taxId(),
                profile.owner(),
                profile.lifecycle(),
                profile.locale(),
                profile.zone(),
                view.country(),
                profile.tags(),
                profile.points().stream()
                        .filter(point -> point.validTo().isEmpty())
                        .map(point -> new Point(point.kind(), point.value(), point.label()))
                        .toList(),
                profile.addresses(),
                profile.customValues());
    }

    CustomerDraft ownedBy(UserId newOwner) {
        return new CustomerDraft(
                givenName,
                familyName,
                legalName,
                taxId,
                newOwner,
                lifecycle,
                locale,
                zone,
                country,
                tags,
                points,
                addresses,
                customValues);
    }

    /** Whether nobody could tell who this is. */
    boolean nameless(Kind kind) {
        return kind == Kind.COMPANY
                ? legalName.isEmpty()
                : givenName.isEmpty() && familyName.isEmpty() && points.isEmpty();
    }

    /** The fields by their names, for the audit log. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("givenName", givenName);
        fields.put("familyName", familyName);
        fields.put("legalName", legalName);
        fields.put("taxId", taxId);
        fields.put("owner", owner.value());
        fields.put("lifecycle", lifecycle);
        fields.put("locale", locale.map(Locale::toLanguageTag));
        fields.put("zone", zone.map(ZoneId::getId));
        fields.put("country", country);
        fields.put("tags", List.copyOf(tags));
        fields.put("points", points);
        fields.put("addresses", addresses);
        fields.put("customValues", customValues);
        return fields;
    }
}
