package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.CustomerId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Money;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which deal an order makes or goes to, and what is written of it. */
class OrderRuleTest extends OrderRuleStory {

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
}
