package io.kontor.customer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.Person;
import io.kontor.kernel.KontorException;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest(workspace = "customer")
class MergeServiceTest {

    private static final int PEOPLE = 9;

    private final CustomerCore core;
    private final TableDump dump;

    MergeServiceTest(TestDatabase database) {
        core = new CustomerCore(database);
        dump = new TableDump(database);
    }

    @Test
    void theSurvivorsFieldsWinAndEmptyOnesAreFilled() {
        CustomerId anna = core.customers.register(core.person("Anna", "Meier", List.of("anna@x.example"), List.of()));
        CustomerId other = core.customers.register(
                core.person("Anne", "Meyer", List.of("anna@work.example"), List.of("030 1234567")));
        core.customers.bought(other, "shopify");

        core.customers.merge(anna, other);

        Person merged = (Person) found(other);
        assertEquals(anna, merged.id());
        assertEquals("Anna Meier", merged.name());
        assertEquals(Lifecycle.CUSTOMER, merged.profile().lifecycle());
        assertEquals(
                List.of("anna@x.example", "anna@work.example", "+49301234567"),
                merged.profile().points().stream().map(ContactPoint::value).toList());
        assertEquals(Set.of(other), merged.profile().mergedFrom());
        assertEquals(Set.of(anna, other), core.customers.sameAs(other));
        assertEquals(List.of(new CustomerEvent.Merged(anna, other)), core.events.published(CustomerEvent.Merged.class));
    }

    @Test
    void whatWasMergedIsNamedTheNewestFirst() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId other = core.registered("Anne", "Meyer");
        CustomerId nameless = core.customers.register(nameless("a.meier@x.example"));
        core.customers.merge(anna, other);
        core.customers.merge(anna, nameless);

        assertEquals(
                List.of("a.meier@x.example", "Anne Meyer"),
                core.queries.merged(anna).stream().map(MergedRecord::name).toList());

        core.customers.unmerge(nameless);

        assertEquals(
                List.of(other),
                core.queries.merged(other).stream().map(MergedRecord::id).toList());
    }

    @Test
    void aPersonAndACompanyStayApart() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId acme = core.customers.register(core.company("Acme", Set.of()));

        assertEquals("customer.merge-kinds-differ", refusal(() -> core.customers.merge(anna, acme)));
    }

    @Test
    void whatIsMergedIsNotMergedAgain() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId other = core.registered("Anne", "Meyer");
        core.customers.merge(anna, other);

        assertEquals("customer.already-merged", refusal(() -> core.customers.merge(anna, other)));
        assertEquals("customer.already-merged", refusal(() -> core.customers.merge(other, anna)));
        assertEquals("customer.already-merged", refusal(() -> core.customers.merge(anna, anna)));
        assertEquals("customer.not-merged", refusal(() -> core.customers.unmerge(anna)));
    }

    @Test
    void whatWasEditedMeanwhileStaysWhereItBelongs() {
        CustomerId anna = core.customers.register(core.person("Anna", "Meier", List.of("a@x.example"), List.of()));
        CustomerId other = core.customers.register(core.person("Anne", "Meyer", List.of("b@x.example"), List.of()));
        core.customers.merge(anna, other);

        core.customers.bought(other, "shopify");
        core.customers.change(other, Optional.empty(), draft -> draft.ownedBy(CustomerCore.OWNER));
        core.customers.unmerge(other);

        assertEquals(Lifecycle.PROSPECT, found(anna).profile().lifecycle());
        assertEquals(Lifecycle.CUSTOMER, found(other).profile().lifecycle());
        assertEquals("Anne Meyer", found(other).name());
    }

    @Test
    void anEntityTagNeverNamesTwoStates() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId other = core.registered("Anne", "Meyer");
        Set<Long> ofOther = new TreeSet<>(Set.of(found(other).profile().version()));

        core.customers.merge(anna, other);
        ofOther.add(found(other).profile().version());
        core.customers.unmerge(other);
        ofOther.add(found(other).profile().version());

        assertEquals(3, ofOther.size());
    }

    /** Whatever was merged in whatever order, undoing all of it in another order restores every row of every table. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void undoingRandomMergesRestoresEveryRow(long seed) {
        Random random = new Random(seed);
        List<CustomerId> people = people(random);
        List<String> rows = dump.rows();
        List<Customer> views = people.stream().map(this::unversioned).toList();

        Set<CustomerId> merged = mergedAtRandom(random, people);
        List<CustomerId> order = new ArrayList<>(merged);
        Collections.shuffle(order, random);
        order.forEach(core.customers::unmerge);

        assertEquals(rows, dump.rows());
        assertEquals(views, people.stream().map(this::unversioned).toList());
    }

    private Set<CustomerId> mergedAtRandom(Random random, List<CustomerId> people) {
        Set<CustomerId> merged = new LinkedHashSet<>();
        for (int i = 0; i < 40; i++) {
            CustomerId one = people.get(random.nextInt(PEOPLE));
            CustomerId other = people.get(random.nextInt(PEOPLE));
            if (merged.contains(other) && random.nextInt(3) == 0) {
                core.customers.unmerge(other);
                merged.remove(other);
            } else if (!merged.contains(other) && !core.customers.sameAs(one).contains(other)) {
                core.customers.merge(one, other);
                merged.add(other);
            }
            checkSets(people);
        }
        return merged;
    }

    /** Every customer is in exactly one set, and each member of a set names the same one. */
    private void checkSets(List<CustomerId> people) {
        for (CustomerId one : people) {
            Set<CustomerId> same = core.customers.sameAs(one);
            assertEquals(same, core.customers.sameAs(same.iterator().next()));
            assertEquals(found(one).id(), same.iterator().next());
            assertEquals(same.size() - 1, found(one).profile().mergedFrom().size());
        }
    }

    private List<CustomerId> people(Random random) {
        List<CustomerId> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String mail = "p" + random.nextInt(6) + "@x.example";
            String phone = "030 123456" + random.nextInt(6);
            CustomerId id = core.customers.register(core.person("P" + i, "Q", List.of(mail), List.of(phone)));
            if (random.nextBoolean()) {
                core.customers.bought(id, "shop" + random.nextInt(3));
            }
            people.add(id);
        }
        return people;
    }

    /** The customer as read, without the version, which counts on through merges. */
    private Customer unversioned(CustomerId id) {
        MergedView view = core.reader.read(id).orElseThrow();
        return new MergedView(view.facts().stream()
                        .map(facts -> new CustomerFacts(
                                facts.record().versioned(0),
                                facts.points(),
                                facts.addresses(),
                                facts.tags(),
                                facts.consents(),
                                facts.customValues()))
                        .toList())
                .customer();
    }

    private NewCustomer nameless(String email) {
        return new NewCustomer(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(email),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Lifecycle.PROSPECT,
                CustomerCore.OWNER,
                Optional.empty(),
                core.clock.instant());
    }

    private static String refusal(Runnable work) {
        return assertThrows(KontorException.class, work::run).error().code();
    }

    private Customer found(CustomerId id) {
        return core.customers.find(id).orElseThrow();
    }
}
