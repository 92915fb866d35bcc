package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.CustomerId;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.DomainEvent;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.kernel.Money;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealEvent;
import io.kontor.pipeline.NewDeal;
import io.kontor.pipeline.internal.KeptDeal.Suggestion;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRuleTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private final PipelineWorld world = new PipelineWorld();
    private CustomerId anna;
    private long position;

    @BeforeEach
    void aCustomer() {
        anna = world.customers.person(1, "Anna");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, UNPAID, 1",
        "OPEN, FAILED, 1",
        "COMPLETED, UNPAID, 1",
        "OPEN, PAID, 0",
        "OPEN, PARTIALLY_PAID, 0",
        "COMPLETED, PAID, 0",
        "COMPLETED, REFUNDED, 0",
        "COMPLETED, PARTIALLY_REFUNDED, 0",
        "CANCELLED, UNPAID, 0",
        "CANCELLED, FAILED, 0",
        "CANCELLED, PAID, 0"
    })
    void aNewOrderMakesADealOnlyWhileItsMoneyIsMissing(OrderState state, PaymentState payment, int made) {
        place(order(1), state, payment, 5_000);

        assertEquals(made, world.deals.all().size());
    }

    @Test
    void theDealOfAnUnpaidOrderIsTheCustomersAndTheirOwners() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);

        Deal deal = only();
        assertEquals("Order 1", deal.title());
        assertEquals(Optional.of(anna), deal.customer());
        assertEquals(FakeUsers.PROPRIETOR.id(), deal.owner());
        assertEquals(Origin.ORDER, deal.origin());
        assertEquals(euro(5_000), deal.value());
        assertEquals(world.shopPipeline().first().id(), deal.stage());
        assertEquals(List.of("pipeline.deal-opened"), world.timeline.sources());
    }

    @Test
    void historyMakesNoDealAndItsPaymentWinsNone() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        OrderFact old = fact(order(2), anna, PipelineWorld.SHOP, OrderState.COMPLETED, PaymentState.PAID, 900, 0, 1);
        world.orders.put(old, euro(0), true);
        publish(placed(old, true));
        publish(new OrderEvent.Paid(old.order(), old.account(), anna, old.total(), TestClock.MONDAY, true));

        assertEquals(1, world.deals.all().size());
        assertEquals(Outcome.OPEN, only().outcome());
    }

    @Test
    void aShopWithNothingButHistoryStillGetsItsPipeline() {
        OrderFact old = fact(order(2), anna, PipelineWorld.SHOP, OrderState.COMPLETED, PaymentState.PAID, 900, 0, 1);
        publish(placed(old, true));

        assertEquals(
                List.of("Sales", "Woocommerce"),
                world.pipelines.all().stream().map(Pipeline::name).toList());
    }

    @Test
    void aSecondUnpaidOrderGoesToTheSameDeal() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        place(order(2), OrderState.OPEN, PaymentState.FAILED, 2_000);

        assertEquals(euro(7_000), only().value());
        assertEquals(2, world.dealOrders.of(only().id()).size());
    }

    @Test
    void theIdsOfAMergedCustomerAreOneCustomer() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        CustomerId double1 = world.customers.person(2, "Anna again");
        world.customers.merge(double1, anna);
        anna = double1;
        place(order(2), OrderState.OPEN, PaymentState.UNPAID, 2_000);

        assertEquals(euro(7_000), only().value());
    }

    @Test
    void anotherAccountHasAPipelineAndDealsOfItsOwn() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        SourceAccountId other = new SourceAccountId(SequentialIds.of(0xA2));
        OrderFact fact = fact(order(2), anna, other, OrderState.OPEN, PaymentState.UNPAID, 2_000, 0, 1);
        publish(placed(fact, false));
        OrderFact paid = fact(order(3), anna, other, OrderState.OPEN, PaymentState.PAID, 100, 0, 1);
        pay(paid);

        assertEquals(2, world.deals.all().size());
        assertEquals(Outcome.OPEN, world.deals.all().get(0).deal().outcome());
        assertEquals(Outcome.WON, world.deals.all().get(1).deal().outcome());
        assertEquals("Woocommerce 2", world.pipelines.all().get(2).name());
    }

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
    void apartPaymentWinsNothing() {
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
    void aDealMadeByHandIsNotLostByCancelledOrdersOnlySuggested() {
        byHand();
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);

        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(Optional.of(Suggestion.LOSE), world.deals.all().get(0).suggestion());
    }

    @Test
    void aDealIsLostOnlyWhenEveryOrderIsCancelled() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        place(order(2), OrderState.OPEN, PaymentState.UNPAID, 2_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);
        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(euro(2_000), only().value());

        change(order(2), OrderState.CANCELLED, PaymentState.FAILED, 2_000, 0, 2);
        assertEquals(Outcome.LOST, only().outcome());
        assertEquals(Optional.of("All orders were cancelled"), only().lossReason());
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
    void anOrderThatIsWantedAgainOpensItsLostDealAgain() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);
        change(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000, 0, 3);

        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(List.of("pipeline.deal-opened"), world.timeline.sources());
    }

    @Test
    void anOrderThatIsWantedAgainJoinsTheNewerDeal() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);
        place(order(2), OrderState.OPEN, PaymentState.UNPAID, 2_000);
        change(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000, 0, 3);

        assertEquals(Outcome.LOST, world.deals.all().get(0).deal().outcome());
        assertEquals(euro(7_000), world.deals.all().get(1).deal().value());
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

    @Test
    void afterAWonDealTheNextUnpaidOrderOpensANewOne() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 2);
        place(order(2), OrderState.OPEN, PaymentState.UNPAID, 2_000);

        assertEquals(2, world.deals.all().size());
    }

    @Test
    void anEventThatComesTwiceChangesNothing() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        List<KeptDeal> before = world.deals.all();
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);

        assertEquals(before, world.deals.all());
    }

    @Test
    void anotherCurrencyIsNeverAdded() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        OrderFact yen = new OrderFact(
                order(2),
                PipelineWorld.SHOP,
                anna,
                "2",
                OrderState.OPEN,
                PaymentState.UNPAID,
                new Money(800, Currency.getInstance("JPY")),
                new Money(0, Currency.getInstance("JPY")),
                1);
        publish(placed(yen, false));

        assertEquals(euro(5_000), only().value());
    }

    @Test
    void theKeptSumsFollowTheDeals() {
        Pipeline pipeline = world.shopPipeline();
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        assertEquals(1, world.deals.counted(pipeline.first().id()));
        assertEquals(5_000, world.deals.worth(pipeline.first().id()));

        change(order(1), OrderState.OPEN, PaymentState.UNPAID, 6_500, 0, 2);
        assertEquals(6_500, world.deals.worth(pipeline.first().id()));

        change(order(1), OrderState.OPEN, PaymentState.PAID, 6_500, 0, 3);
        assertEquals(0, world.deals.counted(pipeline.first().id()));
        assertEquals(0, world.deals.worth(pipeline.first().id()));
    }

    @Test
    void everyStepIsInTheStageLogAndTheAuditLog() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.OPEN, PaymentState.PAID, 5_000, 0, 2);

        assertEquals(
                List.of(Outcome.OPEN, Outcome.WON),
                world.deals.changes().stream().map(StageChange::outcome).toList());
        assertTrue(world.audit.actions().containsAll(List.of("pipeline.deal-opened", "pipeline.deal-won")));
    }

    private Deal byHand() {
        return world.service.open(new NewDeal(
                world.shopPipeline().id(),
                Optional.empty(),
                "A call",
                Optional.of(anna),
                FakeUsers.PROPRIETOR.id(),
                euro(99_000),
                Optional.empty()));
    }

    private Deal only() {
        assertEquals(1, world.deals.all().size());
        return world.deals.all().get(0).deal();
    }

    private static OrderId order(int number) {
        return new OrderId(SequentialIds.of(0xB0000L + number));
    }

    private static Money euro(long minor) {
        return new Money(minor, EUR);
    }

    private void place(OrderId order, OrderState state, PaymentState payment, long total) {
        publish(placed(fact(order, anna, PipelineWorld.SHOP, state, payment, total, 0, 1), false));
    }

    /** As the order module publishes: what was paid is told by a change, and then by the payment. */
    private void change(
            OrderId order, OrderState state, PaymentState payment, long total, long refunded, long version) {
        OrderFact fact = fact(order, anna, PipelineWorld.SHOP, state, payment, total, refunded, version);
        world.orders.put(fact, euro(refunded), false);
        publish(new OrderEvent.Changed(
                order,
                fact.account(),
                anna,
                fact.number(),
                state,
                payment,
                fact.total(),
                euro(refunded),
                false,
                version));
        if (payment == PaymentState.PAID) {
            publish(new OrderEvent.Paid(order, fact.account(), anna, fact.total(), TestClock.MONDAY, false));
        }
    }

    private void pay(OrderFact fact) {
        world.orders.put(fact, euro(0), false);
        publish(placed(fact, false));
        publish(new OrderEvent.Paid(
                fact.order(), fact.account(), fact.customer(), fact.total(), TestClock.MONDAY, false));
    }

    private static OrderFact fact(
            OrderId order,
            CustomerId customer,
            SourceAccountId account,
            OrderState state,
            PaymentState payment,
            long total,
            long refunded,
            long version) {
        String number = Long.toString(order.value().getLeastSignificantBits() & 0xFFFF);
        return new OrderFact(order, account, customer, number, state, payment, euro(total), euro(refunded), version);
    }

    private static OrderEvent.Placed placed(OrderFact fact, boolean history) {
        return new OrderEvent.Placed(
                fact.order(),
                fact.account(),
                "woocommerce",
                fact.customer(),
                fact.number(),
                fact.state(),
                fact.payment(),
                fact.total(),
                TestClock.MONDAY,
                history,
                fact.version());
    }

    /** Through JSON, as the outbox does. */
    private void publish(DomainEvent event) {
        world.consumer.handle(new ReceivedEvent(
                ++position,
                event.name(),
                event.schema(),
                event.subject(),
                TestClock.MONDAY,
                Json.mapper().valueToTree(event).toString()));
    }
}
