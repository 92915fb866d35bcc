package io.kontor.customer.internal.identity;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.Identity;
import io.kontor.customer.IdentityResolver;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.Resolution;
import io.kontor.customer.Resolution.Candidates;
import io.kontor.customer.Resolution.Known;
import io.kontor.customer.Resolution.Reason;
import io.kontor.customer.internal.CustomerReader;
import io.kontor.customer.internal.CustomerService;
import io.kontor.customer.internal.identity.IdentityStore.Match;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks in the one order: external id, verified e-mail, phone if unique and not contradicted. */
@Component(service = IdentityResolver.class)
public final class IdentityService implements IdentityResolver {

    private final Transactions transactions;
    private final IdentityStore store;
    private final DuplicateStore duplicates;
    private final CustomerService customers;
    private final CustomerReader reader;
    private final Clock clock;

    @Activate
    public IdentityService(
            @Reference Transactions transactions,
            @Reference IdentityStore store,
            @Reference DuplicateStore duplicates,
            @Reference CustomerService customers,
            @Reference CustomerReader reader,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.duplicates = duplicates;
        this.customers = customers;
        this.reader = reader;
        this.clock = clock;
    }

    /** What the traces of an identity lead to. */
    private record Evidence(Traces traces, List<Match> emails, List<Match> phones) {

        List<Match> verifiedEmails() {
            return emails.stream().filter(Match::verified).toList();
        }
    }

    @Override
    public Resolution resolve(Identity identity) {
        return byExternalId(identity).orElseGet(() -> weigh(identity, evidence(Traces.of(identity))));
    }

    private Optional<Resolution> byExternalId(Identity identity) {
        return identity.externalId().flatMap(store::find).map(id -> new Known(id, Reason.EXTERNAL_ID));
    }

    private Evidence evidence(Traces traces) {
        return new Evidence(
                traces,
                store.find(ContactPoint.Kind.EMAIL, traces.emails()),
                store.find(ContactPoint.Kind.PHONE, traces.phones()));
    }

    private Resolution weigh(Identity identity, Evidence evidence) {
        List<Match> owners = identity.emailsVerified() ? evidence.verifiedEmails() : List.of();
        if (roots(owners).size() == 1) {
            return new Known(oneOf(owners), Reason.VERIFIED_EMAIL);
        }
        List<Match> callers = evidence.phones();
        if (owners.isEmpty()
                && roots(callers).size() == 1
                && !contradicted(roots(callers).get(0), identity, evidence)) {
            return new Known(oneOf(callers), Reason.PHONE);
        }
        return candidates(owners, evidence);
    }

    private static Resolution candidates(List<Match> owners, Evidence evidence) {
        if (!owners.isEmpty()) {
            return new Candidates(roots(owners), Reason.VERIFIED_EMAIL);
        }
        if (!evidence.emails().isEmpty()) {
            return new Candidates(roots(evidence.emails()), Reason.EMAIL);
        }
        return evidence.phones().isEmpty()
                ? new Resolution.Unknown()
                : new Candidates(roots(evidence.phones()), Reason.PHONE);
    }

    private static List<CustomerId> roots(List<Match> matches) {
        return matches.stream().map(Match::root).distinct().toList();
    }

    /** The id that the trace is recorded under, so that an unmerge takes along what was added meanwhile. */
    private static CustomerId oneOf(List<Match> matches) {
        List<CustomerId> members =
                matches.stream().map(Match::member).distinct().toList();
        return members.size() == 1 ? members.get(0) : matches.get(0).root();
    }

    /** Another e-mail address, or another name in the same source, speaks against the same phone. */
    private boolean contradicted(CustomerId root, Identity identity, Evidence evidence) {
        List<CustomerId> ids = reader.members(root);
        if (identity.externalId().filter(id -> store.hasOther(ids, id)).isPresent()) {
            return true;
        }
        Set<String> told = evidence.traces().emails();
        List<String> known = told.isEmpty() ? List.of() : store.emails(ids);
        return !known.isEmpty() && Collections.disjoint(told, known);
    }

    @Override
    public CustomerId resolveOrRegister(Identity identity, NewCustomer newcomer) {
        return transactions.call(() -> {
            Traces traces = Traces.of(identity);
            Optional<CustomerId> known = known(byExternalId(identity));
            if (known.isEmpty()) {
                store.lock(lockKeys(identity, traces));
                known = known(byExternalId(identity));
            }
            return known.isPresent() ? learned(known.get(), traces) : recognizeOrRegister(identity, traces, newcomer);
        });
    }

    private CustomerId learned(CustomerId id, Traces traces) {
        if (!traces.points().isEmpty()) {
            customers.learn(id, traces.points());
        }
        return id;
    }

    private static Optional<CustomerId> known(Optional<Resolution> resolution) {
        return resolution.filter(Known.class::isInstance).map(known -> ((Known) known).customer());
    }

    private static List<String> lockKeys(Identity identity, Traces traces) {
        List<String> keys = new ArrayList<>();
        identity.externalId().ifPresent(id -> keys.add("id:" + id.account().value() + ":" + id.type() + ":" + id.id()));
        traces.emails().forEach(email -> keys.add("email:" + email));
        traces.phones().forEach(phone -> keys.add("phone:" + phone));
        return keys;
    }

    private CustomerId recognizeOrRegister(Identity identity, Traces traces, NewCustomer newcomer) {
        Evidence evidence = evidence(traces);
        Optional<CustomerId> recognized = known(Optional.of(weigh(identity, evidence)));
        CustomerId id = recognized.orElseGet(customers::newId);
        CustomerId owner = claim(identity, id);
        if (recognized.isPresent() || !owner.equals(id)) {
            return learned(owner, traces);
        }
        customers.register(id, newcomer, traces.points());
        suspect(id, evidence);
        return id;
    }

    /** Whom the external id belongs to in the end: somebody without our locks may have been faster. */
    private CustomerId claim(Identity identity, CustomerId id) {
        if (identity.externalId().isEmpty()) {
            return id;
        }
        ExternalId external = identity.externalId().get();
        try {
            store.insert(external, id, clock.instant());
            return id;
        } catch (UniqueViolation e) {
            return store.find(external).orElseThrow(() -> e);
        }
    }

    private void suspect(CustomerId id, Evidence evidence) {
        Map<CustomerId, Set<Reason>> alike = new LinkedHashMap<>();
        note(alike, evidence.emails(), Reason.EMAIL);
        note(alike, evidence.phones(), Reason.PHONE);
        alike.forEach((other, reasons) -> duplicates.insert(id, other, reasons, clock.instant()));
    }

    private static void note(Map<CustomerId, Set<Reason>> alike, List<Match> matches, Reason reason) {
        // What very many share is a switchboard and suspects nobody.
        if (matches.size() < IdentityStore.MOST_MATCHES) {
            roots(matches)
                    .forEach(root -> alike.computeIfAbsent(root, key -> EnumSet.noneOf(Reason.class))
                            .add(reason));
        }
    }
}
