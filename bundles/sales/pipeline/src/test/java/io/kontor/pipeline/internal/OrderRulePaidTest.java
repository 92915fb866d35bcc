package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.customer.CustomerId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealEvent;
import io.kontor.pipeline.internal.KeptDeal.Suggestion;
import io.kontor.testkit.kernel.TestClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the payment of an order does with a deal, and what comes after it. */
class OrderRulePaidTest extends OrderRuleStory {

    @Test
    void aDealIsWonByItsOwnOrdersPayment() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 2);

        assertEquals(Outcome.WON, only().outcome());
        assertEquals(Optional.of(TestClock.MONDAY), only().closedAt());
        assertEquals(1, world.events.published(DealEvent.Won.class).size());
        assertEquals(List.of("pipeline.deal-opened", "pipeline.deal-won"), world.timeline.sources());
    }

    @Test
    void aPartPaymentWinsNothing() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PARTIALLY_PAID, 5_000, 0, 2);

        assertEquals(Outcome.OPEN, only().outcome());
    }

    @Test
    void aPaidOrderWithoutADealWinsTheCustomersOrderMadeDeal() {
        place(order(1), OrderState.OPEN, PaymentState.FAILED, 5_000);
        pay(fact(order(2), anna, PipelineWorld.SHOP, OrderState.OPEN, PaymentState.PAID, 4_000, 0, 1));

        assertEquals(Outcome.WON, only().outcome());
        assertEquals(euro(4_000), only().value());
        assertEquals(2, world.dealOrders.of(only().id()).size());
    }

    @Test
    void aPaidOrderOfSomebodyElseWinsNothing() {
        place(order(1), OrderState.OPEN, PaymentState.FAILED, 5_000);
        CustomerId boris = world.customers.person(2, "Boris");
        pay(fact(order(2), boris, PipelineWorld.SHOP, OrderState.OPEN, PaymentState.PAID, 4_000, 0, 1));

        assertEquals(Outcome.OPEN, only().outcome());
    }

    @Test
    void aPaidOrderWithoutADealMakesNone() {
        pay(fact(order(1), anna, PipelineWorld.SHOP, OrderState.OPEN, PaymentState.PAID, 4_000, 0, 1));

        assertEquals(List.of(), world.deals.all());
    }

    @Test
    void aDealMadeByHandIsReusedButNeverWonOnlySuggested() {
        Deal made = byHand();
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 2);

        KeptDeal kept = world.deals.all().get(0);
        assertEquals(made.id(), only().id());
        assertEquals(Outcome.OPEN, kept.deal().outcome());
        assertEquals(Optional.of(Suggestion.WIN), kept.suggestion());
        assertEquals(euro(99_000), kept.deal().value());
    }

    @Test
    void aPaidOrderOfItsOwnSuggestsToWinTheDealMadeByHand() {
        byHand();
        pay(fact(order(1), anna, PipelineWorld.SHOP, OrderState.OPEN, PaymentState.PAID, 4_000, 0, 1));

        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(Optional.of(Suggestion.WIN), world.deals.all().get(0).suggestion());
    }

    @Test
    void aRefundLeavesTheDealWonAndShowsTheAmount() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.COMPLETED, PaymentState.PAID, 5_000, 0, 2);
        change(order(1), OrderState.COMPLETED, PaymentState.REFUNDED, 5_000, 5_000, 3);

        assertEquals(Outcome.WON, only().outcome());
        assertEquals(euro(5_000), only().value());
        assertEquals(euro(5_000), only().refunded());
    }

    @Test
    void aCancellationAfterThePaymentLeavesTheDealWon() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 2);
        change(order(1), OrderState.CANCELLED, PaymentState.PAID, 5_000, 0, 3);

        assertEquals(Outcome.WON, only().outcome());
    }

    @Test
    void aDealThatAPersonLostStaysLostUntilItIsPaid() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        world.service.lose(only().id(), "Went silent", only().version());
        change(order(1), OrderState.OPEN, PaymentState.FAILED, 5_000, 0, 2);
        assertEquals(Outcome.LOST, only().outcome());

        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 3);
        assertEquals(Outcome.WON, only().outcome());
    }

    @Test
    void aWonDealThatAPersonOpenedAgainIsNotWonASecondTimeByTheSamePayment() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 2);
        world.service.reopen(only().id(), only().version());
        change(order(1), OrderState.COMPLETED, PaymentState.PAID, 5_000, 0, 3);

        assertEquals(Outcome.OPEN, only().outcome());
    }
}
