package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.KontorException;
import io.kontor.order.Order;
import io.kontor.order.OrderError;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderState;
import io.kontor.order.Orders.Intake.Result;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedOrder;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.database.DirectTransactions;
import io.kontor.testkit.kernel.TestClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderIntakeTest {
    private static final Instant THEN = TestClock.MONDAY;
    private static final Instant LATER = THEN.plusSeconds(600);

    private final FakeOrderStore store = new FakeOrderStore();
    private final OrderWorld world = new OrderWorld(new DirectTransactions(), store);
    private CustomerId anna;

    @BeforeEach
    void aCustomer() {
        anna = world.customers.person(1, "Anna");
    }

    @Test
    void theFirstVersionMakesTheOrder() {
        assertEquals(Result.NEW, receive(Versions.unpaid(anna, THEN)));

        KeptOrder kept = only();
        assertEquals("1042", kept.order().number());
        assertEquals(OneSeller.ENTITY.id(), kept.legalEntity());
        assertEquals(FakeUsers.PROPRIETOR.id(), kept.owner());
        assertEquals(1, world.events.published(OrderEvent.Placed.class).size());
        assertEquals(List.of("order.placed"), world.timeline.sources());
        assertEquals(List.of("order.placed"), world.audit.actions());
    }

    @Test
    void theSameVersionAgainChangesNothing() {
        receive(Versions.unpaid(anna, THEN));
        world.events.forget();

        assertEquals(Result.UNCHANGED, receive(Versions.unpaid(anna, THEN)));
        assertEquals(List.of(), world.events.published());
        assertEquals(1, only().order().version());
    }

    @Test
    void aNewerVersionReplacesTheStoredOne() {
        receive(Versions.unpaid(anna, THEN));

        assertEquals(Result.CHANGED, receive(Versions.paid(anna, LATER)));
        assertEquals(PaymentState.PAID, only().order().payment());
        assertEquals(2, only().order().version());
        assertEquals(1, world.events.published(OrderEvent.Changed.class).size());
    }

    @Test
    void anOlderVersionIsOutdated() {
        receive(Versions.paid(anna, LATER));

        assertEquals(Result.OUTDATED, receive(Versions.unpaid(anna, THEN)));
        assertEquals(PaymentState.PAID, only().order().payment());
    }

    @Test
    void anotherContentOfTheSameMomentIsAmbiguousUntilTheShopWasAsked() {
        receive(Versions.unpaid(anna, THEN));

        KontorException refused = assertThrows(KontorException.class, () -> receive(Versions.paid(anna, THEN)));
        assertEquals(OrderError.VERSION_AMBIGUOUS, refused.error());
        assertEquals(PaymentState.UNPAID, only().order().payment());
        assertTrue(world.orders.ambiguous(Versions.paid(anna, THEN)));

        assertEquals(
                Result.CHANGED,
                world.orders.receive(Versions.paid(anna, THEN), true).result());
        assertEquals(PaymentState.PAID, only().order().payment());
    }

    @Test
    void aPaymentIsToldOnceHoweverOftenTheOrderChangesAfterwards() {
        receive(Versions.unpaid(anna, THEN));
        receive(Versions.paid(anna, LATER));
        receive(Versions.version(anna, "1042", OrderState.OPEN, PaymentState.UNPAID, 5_990, LATER.plusSeconds(1)));
        receive(Versions.version(anna, "1042", OrderState.COMPLETED, PaymentState.PAID, 5_990, LATER.plusSeconds(2)));

        assertEquals(1, world.events.published(OrderEvent.Paid.class).size());
        assertEquals(List.of(anna), world.customers.bought());
    }

    @Test
    void anOrderThatComesPaidIsPlacedAndPaid() {
        receive(Versions.paid(anna, THEN));

        assertEquals(
                List.of("order.placed", "order.paid"),
                world.events.published().stream().map(event -> event.name()).toList());
        assertEquals(List.of("order.placed", "order.paid"), world.timeline.sources());
    }

    @Test
    void theTimelineShowsTheOrderAsItStands() {
        receive(Versions.paid(anna, THEN));
        receive(Versions.version(anna, "1042", OrderState.CANCELLED, PaymentState.REFUNDED, 5_990, LATER));
        assertEquals(
                List.of("order.placed", "order.paid", "order.refunded", "order.cancelled"), world.timeline.sources());

        receive(Versions.version(anna, "1042", OrderState.OPEN, PaymentState.PAID, 5_990, LATER.plusSeconds(1)));
        assertEquals(List.of("order.placed", "order.paid"), world.timeline.sources());
    }

    @Test
    void aDeletedOrderIsCancelledAndKept() {
        receive(Versions.unpaid(anna, THEN));
        world.orders.deleted(only().order().externalId());
        world.orders.deleted(only().order().externalId());

        assertEquals(OrderState.CANCELLED, only().order().state());
        assertEquals(1, world.events.published(OrderEvent.Changed.class).size());
        assertEquals(Result.UNCHANGED, receive(Versions.unpaid(anna, THEN)));
        assertEquals(OrderState.CANCELLED, only().order().state());
    }

    @Test
    void onlyTheShopCanSayThatADeletedOrderIsBack() {
        receive(Versions.unpaid(anna, THEN));
        world.orders.deleted(only().order().externalId());

        assertThrows(KontorException.class, () -> receive(Versions.paid(anna, LATER)));
        world.orders.receive(Versions.paid(anna, LATER), true);
        assertEquals(OrderState.OPEN, only().order().state());
    }

    @Test
    void deletingAnUnknownOrderDoesNothing() {
        world.orders.deleted(Versions.unpaid(anna, THEN).externalId());

        assertEquals(List.of(), store.all());
    }

    @Test
    void aMergedCustomersOrderKeepsTheIdItCameWith() {
        CustomerId survivor = world.customers.person(2, "Anna B");
        receive(Versions.unpaid(anna, THEN));
        world.customers.merge(survivor, anna);
        receive(Versions.paid(survivor, LATER));

        assertEquals(anna, only().order().customer());
        assertEquals(1, world.orders.latestOf(survivor, 10).size());
    }

    @Test
    void anOrderThatTheShopGivesToSomebodyElseMovesWithItsTimeline() {
        CustomerId boris = world.customers.person(2, "Boris");
        receive(Versions.unpaid(anna, THEN));
        receive(Versions.unpaid(boris, LATER));

        Order order = only().order();
        assertEquals(boris, order.customer());
        assertTrue(world.timeline.entries().stream()
                .allMatch(entry -> entry.customer().equals(boris)));
    }

    @Test
    void whatTheTablesCannotHoldIsRefusedByName() {
        ReceivedOrder endless =
                Versions.version(anna, "1".repeat(200), OrderState.OPEN, PaymentState.UNPAID, 5_990, THEN);

        KontorException refused = assertThrows(KontorException.class, () -> receive(endless));
        assertEquals(OrderError.INVALID, refused.error());
        assertEquals("externalId.id", refused.arguments().get("field"));
    }

    private Result receive(ReceivedOrder order) {
        return world.orders.receive(order, false).result();
    }

    private KeptOrder only() {
        assertEquals(1, store.all().size());
        return store.all().get(0);
    }
}
