package io.kontor.customer.internal;

import io.kontor.access.RowRule;
import io.kontor.access.RowRules;
import io.kontor.customer.Address;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.internal.field.FieldService;
import io.kontor.customer.internal.field.FieldStore;
import io.kontor.customer.internal.search.SearchStore;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.UserId;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.kernel.internal.TimeOrderedIds;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The module put together by hand, over a real database and fakes of everything else. */
public final class CustomerCore {

    public static final UserId OWNER = FakeUsers.PROPRIETOR.id();
    public static final Actor PETRA = new Actor(Actor.Kind.USER, Optional.of(OWNER), "Petra Proprietor");

    public final TestClock clock = new TestClock();
    public final FakeUsers users = new FakeUsers();
    public final RecordingEvents events = new RecordingEvents();
    public final RecordingAuditLog audit = new RecordingAuditLog();
    public final TimeOrderedIds ids = new TimeOrderedIds();
    public final ActorContext actors = new ThreadActorContext();
    public final MovableRule rules = new MovableRule();
    public final Transactions transactions;
    public final Store store;
    public final ListingStore listings;
    public final CustomerReader reader;
    public final CustomerQueries queries;
    public final CustomerService customers;
    public final FieldService fields;
    public final SearchStore keys;

    /** A row rule that a test may narrow. */
    public static final class MovableRule implements RowRules {
        private RowRule rule = RowRule.ALL;

        public void narrowTo(UserId... owners) {
            rule = new RowRule(false, Set.of(owners));
        }

        @Override
        public RowRule reading(String type) {
            return rule;
        }
    }

    public CustomerCore(TestDatabase database) {
        transactions = database.transactions();
        store = database.store("customer");
        AliasStore aliases = new AliasStore(store);
        CustomerStore facts = new CustomerStore(store, ids);
        keys = new SearchStore(store);
        listings = new ListingStore(store);
        Listings both = new Listings(listings, keys);
        reader = new CustomerReader(store, aliases, facts, both);
        CustomerJournal journal = new CustomerJournal(events, audit);
        MergeService merges = new MergeService(transactions, reader, facts, aliases, both, journal, ids, actors, clock);
        fields = new FieldService(transactions, new FieldStore(store), audit, clock);
        customers = new CustomerService(transactions, reader, facts, both, merges, fields, journal, users, clock);
        queries = new CustomerQueries(transactions, reader, listings, keys, rules);
    }

    /** A person with these contact points and nothing else. */
    public NewCustomer person(String givenName, String familyName, List<String> emails, List<String> phones) {
        return new NewCustomer(
                Optional.empty(),
                Optional.of(givenName),
                Optional.of(familyName),
                Optional.empty(),
                emails,
                phones,
                List.of(),
                Optional.of("DE"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Lifecycle.PROSPECT,
                OWNER,
                Optional.of("woocommerce"),
                clock.instant());
    }

    public NewCustomer company(String name, Set<String> tags) {
        return new NewCustomer(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.of("DE 123456789"),
                List.of("office@" + name.toLowerCase(java.util.Locale.ROOT) + ".example"),
                List.of(),
                List.of(new Address(
                        Address.Kind.BILLING,
                        List.of("Hauptstraße 1"),
                        Optional.of("Berlin"),
                        Optional.empty(),
                        Optional.of("10115"),
                        Optional.of("DE"))),
                Optional.of("DE"),
                Optional.empty(),
                Optional.empty(),
                tags,
                Lifecycle.PROSPECT,
                OWNER,
                Optional.empty(),
                clock.instant());
    }

    public CustomerId registered(String givenName, String familyName) {
        return customers.register(person(givenName, familyName, List.of(), List.of()));
    }
}
