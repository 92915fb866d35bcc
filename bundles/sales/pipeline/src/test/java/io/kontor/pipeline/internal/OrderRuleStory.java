package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.kontor.pipeline.NewDeal;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Orders of a shop and of Anna, as the order module tells of them, and the deals that the rule makes of them. */
abstract class OrderRuleStory {
    private static final Currency EUR = Currency.getInstance("EUR");

    final PipelineWorld world = new PipelineWorld();
    CustomerId anna;
    private long position;

    @BeforeEach
    void aCustomer() {
        anna = world.customers.person(1, "Anna");
    }

    final Deal byHand() {
        return world.service.open(new NewDeal(
                world.shopPipeline().id(),
                Optional.empty(),
                "A call",
                Optional.of(anna),
                FakeUsers.PROPRIETOR.id(),
                euro(99_000),
                Optional.empty()));
    }

    final Deal only() {
        assertEquals(1, world.deals.all().size());
        return world.deals.all().get(0).deal();
    }

    static OrderId order(int number) {
        return new OrderId(SequentialIds.of(0xB0000L + number));
    }

    static Money euro(long minor) {
        return new Money(minor, EUR);
    }

    final void place(OrderId order, OrderState state, PaymentState payment, long total) {
        publish(placed(fact(order, anna, PipelineWorld.SHOP, state, payment, total, 0, 1), false));
    }

    /** As the order module publishes: what was paid is told by a change, and then by the payment. */
    final void change(OrderId order, OrderState state, PaymentState payment, long total, long refunded, long version) {
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

    final void pay(OrderFact fact) {
        world.orders.put(fact, euro(0), false);
        publish(placed(fact, false));
        publish(new OrderEvent.Paid(
                fact.order(), fact.account(), fact.customer(), fact.total(), TestClock.MONDAY, false));
    }

    static OrderFact fact(
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

    static OrderEvent.Placed placed(OrderFact fact, boolean history) {
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
    final void publish(DomainEvent event) {
        world.consumer.handle(new ReceivedEvent(
                ++position,
                event.name(),
                event.schema(),
                event.subject(),
                TestClock.MONDAY,
                Json.mapper().valueToTree(event).toString()));
    }
}
