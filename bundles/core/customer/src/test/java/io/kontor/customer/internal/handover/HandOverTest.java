package io.kontor.customer.internal.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kontor.access.User;
import io.kontor.access.UserEvent;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.internal.CustomerCore;
import io.kontor.events.ReceivedEvent;
import io.kontor.jobs.JobOutcome;
import io.kontor.kernel.Json;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.testkit.PlayedRun;
import io.kontor.testkit.RecordingJobs;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "customer")
class HandOverTest {

    private static final UserId BOB = new UserId(SequentialIds.of(0xB0));
    private static final UserId EVE = new UserId(SequentialIds.of(0xE0));
    private static final UserId IDA = new UserId(SequentialIds.of(0x1A));

    private final CustomerCore core;
    private final RecordingJobs jobs = new RecordingJobs();
    private final HandOverJob job;

    HandOverTest(TestDatabase database) {
        core = new CustomerCore(database);
        job = new HandOverJob(
                new OwnedCustomerStore(core.store), core.customers, core.users, core.transactions, core.clock);
    }

    @BeforeEach
    void colleagues() {
        core.users.add(new User(BOB, "Bob", "bob@x.example", Role.SALES_MANAGER, true));
        core.users.add(new User(EVE, "Eve", "eve@x.example", Role.SALES_MANAGER, true));
    }

    @Test
    void everyCustomerOfWhoLeftGetsTheHeirAndNobodyElseDoes() {
        List<CustomerId> owned = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            owned.add(ownedBy(BOB, "Anna" + i));
        }
        CustomerId other = core.registered("Olga", "Other");
        leaves(BOB);
        run(left(BOB, EVE));
        owned.forEach(customer -> assertEquals(EVE, owner(customer)));
        assertEquals(CustomerCore.OWNER, owner(other));
    }

    @Test
    void aHandOverThatMustStopGoesOnAtOnceAndThenLooksOnceMore() {
        CustomerId customer = ownedBy(BOB, "Anna");
        leaves(BOB);
        HandOverJob.HandOver wanted = left(BOB, EVE);
        PlayedRun stopped = new PlayedRun(wanted, 0);
        assertEquals(JobOutcome.again(core.clock.instant()), job.run(stopped));
        assertEquals(List.of(), stopped.checkpoints());
        assertEquals(JobOutcome.again(core.clock.instant().plus(HandOverJob.LATER)), run(wanted));
        assertEquals(EVE, owner(customer));
    }

    @Test
    void whoCameMeanwhileIsHandedOverALittleLater() {
        leaves(BOB);
        JobOutcome first = run(left(BOB, EVE));
        assertEquals(core.clock.instant().plus(HandOverJob.LATER), first.again().orElseThrow());
        CustomerId late = fromAShopOf(BOB);
        assertEquals(JobOutcome.done(), run(new HandOverJob.HandOver(BOB, EVE, true)));
        assertEquals(EVE, owner(late));
    }

    @Test
    void theProprietorStandsInForAnHeirWhoLeftAsWell() {
        CustomerId customer = ownedBy(BOB, "Anna");
        leaves(BOB);
        run(new HandOverJob.HandOver(BOB, IDA, false));
        assertEquals(CustomerCore.OWNER, owner(customer));
    }

    @Test
    void whoIsBackKeepsEverything() {
        CustomerId customer = ownedBy(BOB, "Anna");
        assertEquals(JobOutcome.done(), run(new HandOverJob.HandOver(BOB, EVE, false)));
        assertEquals(BOB, owner(customer));
    }

    @Test
    void aMergedCustomerHasTheHeirWhenTheMergeIsUndone() {
        CustomerId survivor = core.registered("Sam", "Survivor");
        CustomerId other = ownedBy(BOB, "Olga");
        core.customers.merge(survivor, other);
        leaves(BOB);
        run(left(BOB, EVE));
        core.customers.unmerge(other);
        assertEquals(EVE, owner(other));
        assertEquals(CustomerCore.OWNER, owner(survivor));
    }

    private CustomerId ownedBy(UserId owner, String givenName) {
        CustomerId id = core.registered(givenName, "Owned");
        core.customers.assign(id, owner);
        return id;
    }

    /** Somebody whom a shop brings; shops do not ask whether their owner is there. */
    private CustomerId fromAShopOf(UserId owner) {
        return core.customers.register(new NewCustomer(
                Optional.empty(),
                Optional.of("Lena"),
                Optional.of("Late"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Lifecycle.CUSTOMER,
                owner,
                Optional.of("woocommerce"),
                core.clock.instant()));
    }

    private void leaves(UserId user) {
        core.users.add(new User(user, "Gone", "gone@x.example", Role.SALES_MANAGER, false));
    }

    private UserId owner(CustomerId customer) {
        return core.customers.find(customer).orElseThrow().profile().owner();
    }

    /** What the event makes of it. */
    private HandOverJob.HandOver left(UserId user, UserId heir) {
        UserEvent.Left event = new UserEvent.Left(user, heir);
        try {
            String payload = Json.mapper().writeValueAsString(event);
            new OwnerLeft(jobs, core.clock)
                    .handle(new ReceivedEvent(1, event.name(), 1, event.subject(), core.clock.instant(), payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return (HandOverJob.HandOver) jobs.plan(HandOverJob.JOB, user.value().toString())
                .orElseThrow()
                .data();
    }

    private JobOutcome run(HandOverJob.HandOver data) {
        PlayedRun run = new PlayedRun(data);
        JobOutcome outcome = job.run(run);
        run.checkpoints().forEach(reached -> assertTrue(((HandOverJob.HandOver) reached).last()));
        return outcome;
    }
}
