package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealEvent;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.NewDeal;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.StageId;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.kernel.SequentialIds;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DealServiceTest {
    private final PipelineWorld world = new PipelineWorld();
    private final Pipeline pipeline = world.salesPipeline();
    private final StageId first = pipeline.first().id();
    private final StageId second = pipeline.stages().get(1).id();

    @Test
    void aDealBeginsInTheFirstStageOnTop() {
        open("One");
        open("Two");

        assertEquals(List.of("Two", "One"), world.deals.titles(first));
        assertEquals(2, world.deals.counted(first));
    }

    @Test
    void aMoveIsLoggedPublishedAndCounted() {
        Deal deal = open("One");
        world.clock.advance(Duration.ofDays(1));
        Deal moved = world.service.move(deal.id(), second, deal.version());

        assertEquals(second, moved.stage());
        assertEquals(world.clock.instant(), moved.enteredStageAt());
        assertEquals(1, world.events.published(DealEvent.Moved.class).size());
        assertEquals(Optional.of(first), world.deals.changes().get(1).from());
        assertEquals(0, world.deals.counted(first));
        assertEquals(1, world.deals.counted(second));
    }

    @Test
    void whoeverSawAnOlderVersionIsTold() {
        Deal deal = open("One");
        world.service.move(deal.id(), second, deal.version());

        KontorException stale = refused(
                KernelError.STALE,
                () -> world.service.move(deal.id(), pipeline.stages().get(2).id(), deal.version()));
        assertEquals(2L, stale.arguments().get("current"));
        assertEquals(List.of("One"), world.deals.titles(second));
    }

    @Test
    void aDealGoesBeforeOrAfterAnother() {
        Deal three = open("Three");
        Deal two = open("Two");
        Deal one = open("One");
        world.service.move(one.id(), first, new Place(Optional.of(three.id()), Optional.empty()), 1);
        assertEquals(List.of("Two", "One", "Three"), world.deals.titles(first));

        world.service.move(two.id(), first, new Place(Optional.empty(), Optional.of(three.id())), 1);
        assertEquals(List.of("One", "Three", "Two"), world.deals.titles(first));
    }

    @Test
    void aGapThatIsUsedUpIsMadeAgain() {
        Deal last = open("Last");
        Deal mover = open("A");
        Deal other = open("B");
        for (int round = 0; round < 80; round++) {
            Deal moving = round % 2 == 0 ? mover : other;
            moving = world.service.move(
                    moving.id(), first, new Place(Optional.of(last.id()), Optional.empty()), moving.version());
            if (round % 2 == 0) {
                mover = moving;
            } else {
                other = moving;
            }
        }

        assertEquals(List.of("A", "B", "Last"), world.deals.titles(first));
    }

    @Test
    void aStageOfAnotherPipelineIsRefused() {
        Deal deal = open("One");
        StageId foreign = world.shopPipeline().first().id();

        refused(PipelineError.STAGE_NOT_FOUND, () -> world.service.move(deal.id(), foreign, 1));
    }

    @Test
    void aClosedDealNeitherMovesNorClosesAgain() {
        Deal won = world.service.win(open("One").id(), 1);

        refused(PipelineError.DEAL_CLOSED, () -> world.service.move(won.id(), second, 2));
        refused(PipelineError.DEAL_CLOSED, () -> world.service.lose(won.id(), "No", 2));
    }

    @Test
    void losingTakesAReasonAndKeepsTheStage() {
        Deal deal = world.service.move(open("One").id(), second, 1);
        refused(PipelineError.REASON_NEEDED, () -> world.service.lose(deal.id(), "  ", 2));
        Deal lost = world.service.lose(deal.id(), " Too dear ", 2);

        assertEquals(Outcome.LOST, lost.outcome());
        assertEquals(Optional.of("Too dear"), lost.lossReason());
        assertEquals(second, lost.stage());
    }

    @Test
    void aReopenedDealStandsInItsLastStageAgain() {
        Deal deal = world.service.move(open("One").id(), second, 1);
        Deal lost = world.service.lose(deal.id(), "No", 2);
        Deal open = world.service.reopen(lost.id(), 3);

        assertEquals(Outcome.OPEN, open.outcome());
        assertEquals(second, open.stage());
        assertEquals(Optional.empty(), open.lossReason());
        assertEquals(1, world.deals.counted(second));
        refused(PipelineError.DEAL_OPEN, () -> world.service.reopen(open.id(), 4));
    }

    @Test
    void anUnknownDealCustomerOrOwnerIsRefused() {
        refused(PipelineError.DEAL_NOT_FOUND, () -> world.service.win(new DealId(SequentialIds.of(999)), 1));
        refused(
                PipelineError.CUSTOMER_NOT_FOUND,
                () -> open("One", Optional.of(new CustomerId(SequentialIds.of(999))), FakeUsers.PROPRIETOR.id()));
        refused(PipelineError.OWNER_NOT_FOUND, () -> open("One", Optional.empty(), new UserId(SequentialIds.of(999))));
        refused(KernelError.INVALID, () -> open(" "));
    }

    @Test
    void aDealGivenToAnotherCustomerIsShownOnThatOnesTimeline() {
        CustomerId anna = world.customers.person(1, "Anna");
        CustomerId boris = world.customers.person(2, "Boris");
        Deal deal = open("One", Optional.of(anna), FakeUsers.PROPRIETOR.id());
        world.service.edit(
                deal.id(),
                facts -> new KeptDeal.Facts(
                        facts.title(), Optional.of(boris), facts.owner(), facts.value(), facts.nextStep()),
                false,
                1);

        assertEquals(
                List.of(boris),
                world.timeline.entries().stream().map(entry -> entry.customer()).toList());
    }

    @Test
    void anEditThatChangesNothingWritesNothing() {
        Deal deal = open("One");
        world.events.forget();
        Deal same = world.service.edit(deal.id(), facts -> facts, false, 1);

        assertEquals(1, same.version());
        assertEquals(List.of(), world.events.published());
    }

    private Deal open(String title) {
        return open(title, Optional.empty(), FakeUsers.PROPRIETOR.id());
    }

    private Deal open(String title, Optional<CustomerId> customer, UserId owner) {
        return world.service.open(new NewDeal(
                pipeline.id(),
                Optional.empty(),
                title,
                customer,
                owner,
                new Money(10_000, Currency.getInstance("EUR")),
                Optional.empty()));
    }

    private static KontorException refused(ErrorCode code, Executable verb) {
        KontorException refused = assertThrows(KontorException.class, verb);
        assertEquals(code, refused.error());
        return refused;
    }
}
