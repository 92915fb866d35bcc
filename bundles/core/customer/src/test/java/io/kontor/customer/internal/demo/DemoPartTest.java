package io.kontor.customer.internal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.customer.DemoData;
import io.kontor.customer.DemoDataRemoved;
import io.kontor.customer.DemoRemovals;
import io.kontor.customer.ExternalId;
import io.kontor.customer.Identity;
import io.kontor.customer.SourceAccountId;
import io.kontor.customer.TimelineEntry;
import io.kontor.customer.internal.CustomerCore;
import io.kontor.customer.internal.identity.DuplicateStore;
import io.kontor.customer.internal.identity.IdentityService;
import io.kontor.customer.internal.identity.IdentityStore;
import io.kontor.customer.internal.timeline.NoteService;
import io.kontor.customer.internal.timeline.NoteStore;
import io.kontor.customer.internal.timeline.TimelineService;
import io.kontor.customer.internal.timeline.TimelineStore;
import io.kontor.events.ReceivedEvent;
import io.kontor.events.Subscriptions;
import io.kontor.kernel.Actor;
import io.kontor.kernel.Json;
import io.kontor.kernel.Ref;
import io.kontor.testkit.PlayedRun;
import io.kontor.testkit.RecordingJobs;
import io.kontor.testkit.TableCounts;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "customer")
class DemoPartTest {

    private static final SourceAccountId DEMO = new SourceAccountId(SequentialIds.of(0xDE));
    private static final SourceAccountId SHOP = new SourceAccountId(SequentialIds.of(0xA1));
    private static final Actor STORY = Actor.system("Demo");

    private final TestDatabase database;
    private final CustomerCore core;
    private final IdentityService identities;
    private final TimelineService timeline;
    private final NoteService notes;
    private final List<String> modules = new ArrayList<>(List.of("customer"));
    private final RecordingJobs jobs = new RecordingJobs();
    private final DemoRemovalStore removals;
    private final DemoPart demo;

    DemoPartTest(TestDatabase database) {
        this.database = database;
        core = new CustomerCore(database);
        identities = new IdentityService(
                core.transactions,
                new IdentityStore(core.store),
                new DuplicateStore(core.store, core.ids),
                core.customers,
                core.reader,
                core.clock);
        timeline = new TimelineService(
                core.transactions, new TimelineStore(core.store, core.ids), core.listings, core.reader, core.queries);
        notes = new NoteService(
                core.transactions,
                new NoteStore(core.store),
                timeline,
                core.queries,
                core.events,
                core.audit,
                new RecordingJobs(),
                core.actors,
                core.ids,
                core.clock);
        removals = new DemoRemovalStore(core.store, subscriptions());
        demo = part(new DemoRows(new DemoCustomerStore(core.store), core.reader, core.events));
    }

    private Subscriptions subscriptions() {
        return new Subscriptions() {
            @Override
            public List<Progress> all() {
                return modules.stream()
                        .map(module -> new Progress(module + DemoRemovals.SUBSCRIPTION, 0, 0, 0))
                        .toList();
            }

            @Override
            public void end(String subscription) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void customersThatOnlyTheDemoMadeGoWithAllThatIsToldOfThem() {
        arrives(SHOP, "1", "olga@x.example");
        Map<String, Long> before = counts();
        for (int number = 1; number <= 23; number++) {
            CustomerId buyer = arrives(DEMO, "" + number, "d" + number + "@x.example");
            core.actors.run(STORY, () -> notes.note(buyer, "Likes oolong"));
        }
        core.customers.merge(arrives(DEMO, "1", "d1@x.example"), arrives(DEMO, "2", "d2@x.example"));

        assertTrue(demo.run(run(1)).again().isPresent());
        assertTrue(demo.run(run(Integer.MAX_VALUE)).again().isEmpty());
        core.transactions.run(() -> removals.forget(DEMO));

        assertEquals(before, counts());
        assertEquals(22, core.events.published(CustomerEvent.Removed.class).size());
    }

    @Test
    void whoAlsoHasOtherDataStays() {
        CustomerId buysElsewhere = arrives(DEMO, "1", "a@x.example");
        arrives(SHOP, "9", "a@x.example");
        CustomerId noted = arrives(DEMO, "2", "b@x.example");
        core.actors.run(CustomerCore.PETRA, () -> notes.note(noted, "Called today"));
        CustomerId dealt = arrives(DEMO, "3", "c@x.example");
        timeline.append(entry(dealt));
        CustomerId byHand =
                core.transactions.call(() -> core.customers.register(core.company("Teahouse", java.util.Set.of())));
        CustomerId merged = arrives(DEMO, "4", "d@x.example");
        arrives(SHOP, "10", "e@x.example");
        core.customers.merge(arrives(SHOP, "10", "e@x.example"), merged);

        demo.run(run(Integer.MAX_VALUE));

        for (CustomerId stays : List.of(buysElsewhere, noted, dealt, byHand, merged)) {
            assertTrue(core.customers.find(stays).isPresent(), stays::toString);
        }
        assertEquals(
                0L,
                core.store
                        .sql()
                        .one(
                                "select count(*) as n from customer_external_id where account_id = ?",
                                row -> row.number("n"),
                                DEMO)
                        .orElseThrow());
    }

    @Test
    void customersWaitUntilTheOtherModulesHaveDeletedTheirs() {
        modules.add("order");
        CustomerId buyer = arrives(DEMO, "1", "a@x.example");
        TimelineEntry placed = entry(buyer);
        timeline.append(placed);

        assertTrue(demo.run(run(Integer.MAX_VALUE)).again().isPresent());
        assertTrue(core.customers.find(buyer).isPresent());

        timeline.remove(placed.source(), placed.reference());
        core.transactions.run(() -> {
            removals.report(DEMO, "order", 1);
            removals.report(DEMO, "order", 0);
        });
        assertTrue(demo.run(run(Integer.MAX_VALUE)).again().isEmpty());
        assertTrue(core.customers.find(buyer).isEmpty());
        assertEquals(
                List.of(new DemoRemovals.Part("customer", 1, true), new DemoRemovals.Part("order", 1, true)),
                removals.parts(DEMO));
    }

    @Test
    void theEventPlansTheModulesJobForTheAccount() {
        DemoDataRemoved told = new DemoDataRemoved(DEMO);

        part(new Records("order", 1))
                .handle(new ReceivedEvent(
                        1,
                        told.name(),
                        told.schema(),
                        told.subject(),
                        core.clock.instant(),
                        Json.mapper().valueToTree(told).toString()));

        assertEquals(
                List.of(new RecordingJobs.Plan(
                        "order.demo-data",
                        DEMO.value().toString(),
                        core.clock.instant(),
                        new DemoPart.Work(DEMO.value()))),
                jobs.plans());
    }

    @Test
    void aRemovalThatIsBrokenOffGoesOn() {
        modules.set(0, "order");
        DemoPart part = part(new Records("order", 7));

        assertTrue(part.run(run(1)).again().isPresent());
        assertEquals(List.of(new DemoRemovals.Part("order", 3, false)), removals.parts(DEMO));
        assertTrue(part.run(run(Integer.MAX_VALUE)).again().isEmpty());

        assertEquals(List.of(new DemoRemovals.Part("order", 7, true)), removals.parts(DEMO));
    }

    @Test
    void aPortionThatFailsIsNotReported() {
        modules.set(0, "order");
        DemoPart part = part(new Records("order", 7) {
            @Override
            public int removeSome(SourceAccountId account) {
                super.removeSome(account);
                throw new IllegalStateException("The disk is full");
            }
        });

        assertThrows(IllegalStateException.class, () -> part.run(run(Integer.MAX_VALUE)));

        assertEquals(List.of(new DemoRemovals.Part("order", 0, false)), removals.parts(DEMO));
    }

    private DemoPart part(DemoData data) {
        return new DemoPart(data, removals, core.transactions, jobs, core.clock);
    }

    /** What another module has, three records in a portion. */
    private static class Records implements DemoData {
        private final String module;
        private int left;

        Records(String module, int left) {
            this.module = module;
            this.left = left;
        }

        @Override
        public String module() {
            return module;
        }

        @Override
        public int removeSome(SourceAccountId account) {
            int removed = Math.min(3, left);
            left -= removed;
            return removed;
        }
    }

    private CustomerId arrives(SourceAccountId account, String id, String email) {
        Identity identity = new Identity(
                Optional.of(new ExternalId(account, "customer", id)),
                List.of(email),
                true,
                List.of(),
                Optional.of("DE"),
                false);
        return identities.resolveOrRegister(identity, core.person("Anna", "Meier", List.of(email), List.of()));
    }

    private static TimelineEntry entry(CustomerId customer) {
        return new TimelineEntry(
                customer,
                Optional.empty(),
                "order.placed",
                new Ref("order", SequentialIds.of(77)),
                "order.timeline.placed",
                Map.of(),
                "Order placed",
                io.kontor.testkit.kernel.TestClock.MONDAY);
    }

    private static PlayedRun run(int stopAfter) {
        return new PlayedRun(new DemoPart.Work(DEMO.value()), stopAfter);
    }

    /** Without the locks, which outlive the customers and tell nothing about them. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = TableCounts.of(database.store("customer").sql(), "customer");
        counts.remove("customer_identity_lock");
        return counts;
    }
}
