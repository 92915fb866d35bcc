package io.kontor.connector.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Identity;
import io.kontor.customer.IdentityResolver;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Customers in memory, told apart by external id and verified e-mail. */
final class KeptIdentities implements IdentityResolver {

    private final Map<String, CustomerId> known = new HashMap<>();

    Set<CustomerId> customers() {
        return new HashSet<>(known.values());
    }

    @Override
    public Resolution resolve(Identity identity) {
        return new Resolution.Unknown();
    }

    @Override
    public CustomerId resolveOrRegister(Identity identity, NewCustomer newcomer) {
        var traces = Stream.concat(
                        identity.externalId().map(id -> id.type() + id.id()).stream(),
                        identity.emails().stream()
                                .filter(email -> identity.emailsVerified())
                                .map(String::toLowerCase))
                .toList();
        CustomerId id = traces.stream()
                .filter(known::containsKey)
                .map(known::get)
                .findFirst()
                .orElseGet(() -> new CustomerId(UUID.randomUUID()));
        traces.forEach(trace -> known.putIfAbsent(trace, id));
        return id;
    }
}
