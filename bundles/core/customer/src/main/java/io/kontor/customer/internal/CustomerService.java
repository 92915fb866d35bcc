package io.kontor.customer.internal;

import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.internal.field.FieldService;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of customers. */
@Component(service = {Customers.class, CustomerService.class})
public final class CustomerService implements Customers {

    private final Transactions transactions;
    private final CustomerReader reader;
    private final CustomerStore store;
    private final Listings listings;
    private final MergeService merges;
    private final FieldService fields;
    private final CustomerJournal journal;
    private final Users users;
    private final Clock clock;

    @Activate
    public CustomerService(
            @Reference Transactions transactions,
            @Reference CustomerReader reader,
            @Reference CustomerStore store,
            @Reference Listings listings,
            @Reference MergeService merges,
            @Reference FieldService fields,
            @Reference CustomerJournal journal,
            @Reference Users users,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.reader = reader;
        this.store = store;
        this.listings = listings;
        this.merges = merges;
        this.fields = fields;
        this.journal = journal;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return reader.customer(id);
    }

    @Override
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        return ids.isEmpty() ? Map.of() : store.names(Set.copyOf(ids));
    }

    @Override
    public Set<CustomerId> sameAs(CustomerId id) {
        return new LinkedHashSet<>(reader.members(id));
    }

    @Override
    public CustomerId register(NewCustomer newcomer) {
        CustomerId id = newId();
        register(id, newcomer, List.of());
        return id;
    }

    /** Registers somebody whom a person entered. */
    CustomerId registerByHand(NewCustomer newcomer) {
        checkOwner(newcomer.owner());
        return register(newcomer);
    }

    public CustomerId newId() {
        return store.newId();
    }

    /**
     * Registers somebody under an id that was made before.
     *
     * @param vouched contact points as the source knows them, with what it vouches for
     */
    public void register(CustomerId id, NewCustomer newcomer, List<NewPoint> vouched) {
        transactions.run(() -> {
            CustomerFacts facts = Newcomer.facts(id, newcomer, vouched);
            store.insert(facts.record());
            store.insertPoints(id, Newcomer.points(newcomer, vouched), newcomer.since());
            store.insertAddresses(id, facts.addresses());
            store.insertTags(id, facts.tags());
            MergedView view = new MergedView(List.of(facts));
            listings.add(view);
            journal.registered(
                    id,
                    Map.of(
                            "name",
                            view.customer().name(),
                            "source",
                            newcomer.source().orElse("")));
        });
    }

    @Override
    public void bought(CustomerId id, String source) {
        transactions.run(() -> {
            CustomerRecord record = store.lock(id).orElseThrow(() -> new KontorException(CustomerError.NOT_FOUND));
            CustomerRecord buyer = record.bought(source);
            if (!buyer.equals(record)) {
                store.update(buyer.next());
                CustomerRecord survivor = survivor(id).orElse(buyer.next());
                listings.bought(reader.read(survivor.id()).orElseThrow());
                journal.changed(
                        survivor, Map.of("lifecycle", record.lifecycle()), Map.of("lifecycle", buyer.lifecycle()));
            }
        });
    }

    /** The survivor with its version counted up, if the id is another's alias. */
    private Optional<CustomerRecord> survivor(CustomerId id) {
        CustomerId root = reader.root(id);
        return root.equals(id)
                ? Optional.empty()
                : store.lock(root).map(record -> {
                    store.update(record.next());
                    return record.next();
                });
    }

    @Override
    public void assign(CustomerId id, UserId owner) {
        change(id, Optional.empty(), draft -> draft.ownedBy(owner));
    }

    /**
     * Changes what a person may change.
     *
     * @param expectedVersion the version that the person saw; empty to change whatever is there
     * @param change makes the new draft out of the present one
     * @throws KontorException {@code request.stale}, {@code customer.not-found} and what the new draft fails for
     */
    Customer change(CustomerId id, Optional<Long> expectedVersion, UnaryOperator<CustomerDraft> change) {
        return transactions.call(() -> {
            MergedView view = reader.locked(id);
            expectedVersion.ifPresent(expected -> refuseIfStale(expected, view.survivor()));
            CustomerDraft after = change.apply(CustomerDraft.of(view));
            CustomerEdit edit = new CustomerEdit(store, view, after, clock.instant());
            if (edit.nothing()) {
                return view.customer();
            }
            check(CustomerDraft.of(view), after, view.survivor().kind());
            edit.write();
            MergedView renewed = reader.readSet(view.ids()).orElseThrow();
            listings.renew(renewed);
            journal.changed(renewed.survivor(), edit.changedBefore(), edit.changedAfter());
            return renewed.customer();
        });
    }

    private static void refuseIfStale(long expected, CustomerRecord record) {
        if (expected != record.version()) {
            throw new KontorException(KernelError.STALE, Map.of("current", record.version()));
        }
    }

    private void check(CustomerDraft before, CustomerDraft after, Kind kind) {
        if (!before.owner().equals(after.owner())) {
            checkOwner(after.owner());
        }
        if (after.nameless(kind)) {
            throw new KontorException(CustomerError.NAME_MISSING);
        }
        Map<String, String> changed = new TreeMap<>(after.customValues());
        changed.entrySet().removeAll(before.customValues().entrySet());
        fields.check(changed);
    }

    private void checkOwner(UserId owner) {
        if (users.find(owner).filter(User::active).isEmpty()) {
            throw new KontorException(CustomerError.OWNER_UNKNOWN, Map.of("owner", owner.value()));
        }
    }

    /**
     * Records contact points that were not known, and that known e-mail addresses are verified.
     *
     * @return whether anything was new
     */
    public boolean learn(CustomerId id, List<NewPoint> points) {
        if (reader.read(id)
                .filter(view -> PointsToLearn.of(view, points).nothing())
                .isPresent()) {
            return false;
        }
        return transactions.call(() -> {
            MergedView view = reader.locked(id);
            PointsToLearn news = PointsToLearn.of(view, points);
            if (news.nothing()) {
                return false;
            }
            store.insertPoints(id, news.unknown(), clock.instant());
            if (!news.proven().isEmpty()) {
                store.verifyEmails(view.ids(), news.proven());
            }
            store.update(view.survivor().next());
            MergedView renewed = reader.readSet(view.ids()).orElseThrow();
            listings.renew(renewed);
            journal.changed(renewed.survivor(), Map.of(), Map.of("points", points));
            return true;
        });
    }

    @Override
    public void merge(CustomerId survivor, CustomerId other) {
        merges.merge(survivor, other);
    }

    @Override
    public void unmerge(CustomerId other) {
        merges.unmerge(other);
    }
}
