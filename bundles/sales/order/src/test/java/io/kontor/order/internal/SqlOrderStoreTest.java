package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.Orders.Intake;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedOrder;
import io.kontor.store.Transactions;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "order")
class SqlOrderStoreTest {
    private final SqlOrderStore store;
    private final Transactions transactions;
    private final OrderWorld world;
    private CustomerId anna;

    SqlOrderStoreTest(TestDatabase database) {
        store = new SqlOrderStore(database.store("order"));
        transactions = database.transactions();
        world = new OrderWorld(transactions, store);
    }

    @BeforeEach
    void aCustomer() {
        anna = world.customers.person(1, "Anna");
    }

    @Test
    void anOrderIsReadAsItWasReceived() {
        ReceivedOrder received =
                Versions.version(anna, "1042", OrderState.COMPLETED, PaymentState.REFUNDED, 5_990, TestClock.MONDAY);
        OrderId id = world.orders.receive(received, false).order();

        OrderReading.Detail detail = world.reading.detail(id);
        Order order = detail.kept().order();
        assertEquals(received.externalId(), order.externalId());
        assertEquals(received.total(), order.total());
        assertEquals(received.refunded(), order.refunded());
        assertEquals(received.tax(), detail.kept().tax());
        assertEquals(received.shipping(), detail.kept().shipping());
        assertEquals(received.discount(), detail.kept().discount());
        assertEquals(received.placedAt(), order.placedAt());
        assertEquals(received.paidAt(), order.paidAt());
        assertEquals(received.changedAt(), order.changedAt());
        assertEquals(received.lines(), detail.lines());
        assertEquals(received.refunds(), detail.refunds());
        assertEquals(Optional.of("Anna"), Optional.ofNullable(detail.names().get(anna)));
        assertArrayEquals(received.original(), world.reading.original(id));
    }

    @Test
    void aNewerVersionBringsItsOwnLinesRefundsAndDocument() {
        world.orders.receive(
                Versions.version(anna, "1042", OrderState.OPEN, PaymentState.REFUNDED, 5_990, TestClock.MONDAY), false);
        ReceivedOrder newer = Versions.version(
                anna, "1042", OrderState.OPEN, PaymentState.PAID, 700, TestClock.MONDAY.plusSeconds(1));
        Intake intake = world.orders.receive(newer, false);

        assertEquals(Intake.Result.CHANGED, intake.result());
        assertEquals(newer.lines(), store.lines(intake.order()));
        assertEquals(List.of(), store.refunds(intake.order()));
        assertEquals(
                2, store.find(intake.order(), RowRule.ALL).orElseThrow().order().version());
    }

    @Test
    void anExternalIdIsStoredOnce() {
        world.orders.receive(Versions.unpaid(anna, TestClock.MONDAY), false);
        KeptOrder stored = transactions.call(() ->
                store.lock(Versions.unpaid(anna, TestClock.MONDAY).externalId()).orElseThrow());

        assertFalse(transactions.call(() -> store.insert(stored)));
    }

    @Test
    void theListGoesNewestFirstWithoutGapsAndRepeats() {
        List<String> expected = new ArrayList<>();
        for (int number = 1; number <= 23; number++) {
            receive(Integer.toString(number), OrderState.OPEN, PaymentState.UNPAID);
            expected.add(0, Integer.toString(number));
        }

        List<String> read = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<OrderReading.Listed> page = world.reading.page(any(), new PageRequest(cursor, 5));
            page.items().forEach(listed -> read.add(listed.order().number()));
            cursor = page.next().map(Cursor::decode);
        } while (cursor.isPresent());
        assertEquals(expected, read);
    }

    @Test
    void theListIsFilteredByStatePaymentChannelAndCustomer() {
        receive("1", OrderState.OPEN, PaymentState.UNPAID);
        receive("2", OrderState.COMPLETED, PaymentState.PAID);

        assertEquals(List.of("2"), numbers(filter(Optional.of(OrderState.COMPLETED), Optional.empty())));
        assertEquals(List.of("1"), numbers(filter(Optional.empty(), Optional.of(PaymentState.UNPAID))));
        assertEquals(
                List.of(),
                numbers(new OrderFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("shopify"),
                        Optional.empty(),
                        Optional.empty())));
        assertEquals(
                List.of(),
                numbers(new OrderFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Set.of(new CustomerId(SequentialIds.of(77)))),
                        Optional.empty())));
    }

    @Test
    void theBeginningOfANumberFindsItAndSpecialCharactersStandForThemselves() {
        for (String number : List.of("1042", "1043", "2042", "10%", "AB-7")) {
            receive(number, OrderState.OPEN, PaymentState.UNPAID);
        }

        assertEquals(List.of("1042", "1043"), numbers(prefix("104")));
        assertEquals(List.of("10%"), numbers(prefix("10%")));
        assertEquals(List.of("AB-7"), numbers(prefix("ab")));
        assertEquals(List.of(), numbers(prefix("_042")));
    }

    @Test
    void aNumberListGoesOnAfterItsCursor() {
        for (int number = 100; number < 110; number++) {
            receive(Integer.toString(number), OrderState.OPEN, PaymentState.UNPAID);
        }
        Page<OrderReading.Listed> first = world.reading.page(prefix("10"), PageRequest.first(4));
        Page<OrderReading.Listed> second =
                world.reading.page(prefix("10"), new PageRequest(first.next().map(Cursor::decode), 4));

        assertEquals(
                List.of("104", "105", "106", "107"),
                second.items().stream().map(listed -> listed.order().number()).toList());
    }

    @Test
    void aRowRuleHidesTheOrdersOfOthers() {
        OrderId id = receive("1", OrderState.OPEN, PaymentState.UNPAID);
        RowRule others = new RowRule(false, Set.of(new UserId(SequentialIds.of(5))));
        RowRule own = new RowRule(false, Set.of(FakeUsers.PROPRIETOR.id()));

        assertTrue(store.find(id, others).isEmpty());
        assertTrue(store.find(id, own).isPresent());
        assertEquals(List.of(), store.findAll(List.of(id), others));
        assertEquals(List.of(), store.page(any(), others, PageRequest.first(9)).items());
        assertEquals(List.of(), store.latestOf(Set.of(anna), 9, others));
    }

    @Test
    void ordersFollowTheirCustomerToAnotherOwner() {
        OrderId id = receive("1", OrderState.OPEN, PaymentState.UNPAID);
        UserId olga = new UserId(SequentialIds.of(5));
        transactions.run(() -> store.assign(Set.of(anna), olga));

        assertEquals(olga, store.find(id, RowRule.ALL).orElseThrow().owner());
    }

    private OrderId receive(String number, OrderState state, PaymentState payment) {
        return world.orders
                .receive(Versions.version(anna, number, state, payment, 5_990, TestClock.MONDAY), false)
                .order();
    }

    private List<String> numbers(OrderFilter filter) {
        return world.reading.page(filter, PageRequest.first(50)).items().stream()
                .map(listed -> listed.order().number())
                .toList();
    }

    private static OrderFilter any() {
        return filter(Optional.empty(), Optional.empty());
    }

    private static OrderFilter filter(Optional<OrderState> state, Optional<PaymentState> payment) {
        return new OrderFilter(state, payment, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static OrderFilter prefix(String number) {
        return new OrderFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(number));
    }
}
