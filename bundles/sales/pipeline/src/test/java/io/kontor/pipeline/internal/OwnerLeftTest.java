package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kontor.access.User;
import io.kontor.access.UserEvent;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.kernel.Money;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.NewDeal;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerLeftTest {
    private static final UserId BOB = new UserId(SequentialIds.of(0xB0));
    private static final UserId EVE = new UserId(SequentialIds.of(0xE0));

    private final PipelineWorld world = new PipelineWorld();
    private final OwnerLeft consumer = new OwnerLeft(world.deals, world.book, world.users);

    @BeforeEach
    void colleagues() {
        user(BOB, true);
        user(EVE, true);
    }

    @Test
    void openDealsGoToTheHeirAndClosedOnesStayWhoseTheyWere() throws Exception {
        Deal open = deal(BOB);
        Deal won = deal(BOB);
        world.service.win(won.id(), won.version());
        Deal other = deal(FakeUsers.PROPRIETOR.id());
        leaves(EVE);
        assertEquals(EVE, owner(open));
        assertEquals(BOB, owner(won));
        assertEquals(FakeUsers.PROPRIETOR.id(), owner(other));
        assertEquals(2, world.service.find(open.id()).orElseThrow().version());
    }

    @Test
    void aClosedDealThatIsReopenedLaterIsNotWithWhoLeft() throws Exception {
        Deal won = deal(BOB);
        world.service.win(won.id(), won.version());
        leaves(EVE);
        Deal again = world.service.reopen(won.id(), won.version() + 1);
        assertEquals(FakeUsers.PROPRIETOR.id(), again.owner());
    }

    @Test
    void moreDealsThanAreTakenAtOnceAllGo() throws Exception {
        for (int i = 0; i < 250; i++) {
            deal(BOB);
        }
        leaves(EVE);
        assertEquals(0, world.deals.lockOpen(BOB, 1).size());
        assertEquals(250, world.deals.lockOpen(EVE, 1000).size());
    }

    @Test
    void theProprietorStandsInForAnHeirWhoLeftAsWell() throws Exception {
        Deal deal = deal(BOB);
        user(EVE, false);
        leaves(EVE);
        assertEquals(FakeUsers.PROPRIETOR.id(), owner(deal));
    }

    private Deal deal(UserId owner) {
        return world.service.open(new NewDeal(
                world.salesPipeline().id(),
                Optional.empty(),
                "Deal",
                Optional.empty(),
                owner,
                new Money(990, Currency.getInstance("EUR")),
                Optional.empty()));
    }

    private UserId owner(Deal deal) {
        return world.service.find(deal.id()).orElseThrow().owner();
    }

    private void user(UserId id, boolean active) {
        world.users.add(new User(id, "Colleague", "c@x.example", Role.SALES_MANAGER, active));
    }

    private void leaves(UserId heir) throws JsonProcessingException {
        user(BOB, false);
        UserEvent.Left event = new UserEvent.Left(BOB, heir);
        consumer.handle(new ReceivedEvent(
                1,
                event.name(),
                event.schema(),
                event.subject(),
                world.clock.instant(),
                Json.mapper().writeValueAsString(event)));
    }
}
