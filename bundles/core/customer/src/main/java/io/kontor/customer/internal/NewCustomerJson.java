package io.kontor.customer.internal;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.CustomerError;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.NewCustomer;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Somebody new, as a person enters it. */
public record NewCustomerJson(
        Kind kind,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> legalName,
        Optional<String> taxId,
        List<String> emails,
        List<String> phones,
        List<CustomerJson.AddressJson> addresses,
        Optional<String> country,
        Optional<String> locale,
        Optional<String> zone,
        Set<String> tags,
        Optional<Lifecycle> lifecycle,
        Optional<UUID> owner) {

    private static final Reason NO_COUNTRY = Reason.of("country", "it is not an ISO 3166-1 code");
    private static final Reason NO_LANGUAGE = Reason.of("language", "it is not a BCP 47 language tag");
    private static final Reason NO_ZONE = Reason.of("zone", "it is not a time zone");

    /** @param otherwise who owns the customer if nobody is named */
    NewCustomer newcomer(UserId otherwise, Instant now) {
        Optional<String> home = country.map(NewCustomerJson::checked);
        NewCustomer newcomer = new NewCustomer(
                kind == Kind.COMPANY ? filled(legalName) : Optional.empty(),
                filled(givenName),
                filled(familyName),
                filled(taxId),
                emails.stream()
                        .map(raw -> CustomerPatch.normalized(ContactPoint.Kind.EMAIL, raw, home))
                        .toList(),
                phones.stream()
                        .map(raw -> CustomerPatch.normalized(ContactPoint.Kind.PHONE, raw, home))
                        .toList(),
                addresses.stream().map(CustomerJson.AddressJson::address).toList(),
                home,
                locale.map(tag -> read("locale", NO_LANGUAGE, tag, NewCustomerJson::parsed)),
                zone.map(id -> read("zone", NO_ZONE, id, ZoneId::of)),
                Set.copyOf(tags),
                lifecycle.orElse(Lifecycle.PROSPECT),
                owner.map(UserId::new).orElse(otherwise),
                Optional.of("manual"),
                now);
        refuseNameless(newcomer);
        return newcomer;
    }

    private void refuseNameless(NewCustomer newcomer) {
        boolean named = kind == Kind.COMPANY
                ? newcomer.company().isPresent()
                : newcomer.givenName().isPresent()
                        || newcomer.familyName().isPresent()
                        || !newcomer.emails().isEmpty()
                        || !newcomer.phones().isEmpty();
        if (!named) {
            throw new KontorException(CustomerError.NAME_MISSING);
        }
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static String checked(String country) {
        return read("country", NO_COUNTRY, country.toUpperCase(Locale.ROOT), code -> {
            if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
                throw new IllegalArgumentException(code);
            }
            return code;
        });
    }

    private static Locale parsed(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }

    private static <T> T read(String field, Reason otherwise, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException | IllformedLocaleException e) {
            throw new KontorException(KernelError.INVALID, Map.of("field", field, "reason", otherwise), e);
        }
    }
}
