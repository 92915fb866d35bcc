package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedOrder;
import io.kontor.testkit.PlayedRemoval;
import io.kontor.testkit.TableCounts;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "order")
class DemoRowsTest {
    private static final SourceAccountId DEMO = new SourceAccountId(SequentialIds.of(0xDE));

    private final TestDatabase database;
    private final OrderWorld world;
    private final DemoRows demo;
    private CustomerId anna;

    DemoRowsTest(TestDatabase database) {
        this.database = database;
        world = new OrderWorld(database.transactions(), new SqlOrderStore(database.store("order")));
        demo = new DemoRows(new DemoOrderStore(database.store("order")), world.timeline, world.events);
    }

    @BeforeEach
    void aShopOfTheBusiness() {
        anna = world.customers.person(1, "Anna");
        world.orders.receive(
                Versions.version(anna, "1", OrderState.OPEN, PaymentState.REFUNDED, 100, TestClock.MONDAY), false);
    }

    @Test
    void everythingOfTheDemoGoesAndNothingElse() {
        Map<String, Long> before = counts();
        List<String> told = world.timeline.sources();
        demoOrders(60);
        world.events.forget();

        assertEquals(List.of(25, 25, 10), removal());

        assertEquals(before, counts());
        assertEquals(told, world.timeline.sources());
        assertEquals(60, world.events.published(OrderEvent.Removed.class).size());
    }

    @Test
    void aRemovalThatIsBrokenOffGoesOn() {
        Map<String, Long> before = counts();
        demoOrders(60);

        assertEquals(25, PlayedRemoval.some(demo, DEMO, database.transactions()));
        assertEquals(List.of(25, 10), removal());

        assertEquals(before, counts());
    }

    @Test
    void aSecondRemovalFindsNothing() {
        demoOrders(3);
        removal();
        Map<String, Long> after = counts();

        assertEquals(List.of(), removal());

        assertEquals(after, counts());
    }

    private List<Integer> removal() {
        return PlayedRemoval.of(demo, DEMO, database.transactions());
    }

    private void demoOrders(int count) {
        PaymentState[] payments = PaymentState.values();
        for (int number = 1; number <= count; number++) {
            ReceivedOrder order = Versions.version(
                    anna, "D" + number, OrderState.OPEN, payments[number % payments.length], 100, TestClock.MONDAY);
            world.orders.receive(from(DEMO, order), false);
        }
    }

    private static ReceivedOrder from(SourceAccountId account, ReceivedOrder order) {
        return new ReceivedOrder(
                new ExternalId(account, "order", order.number()),
                order.channel(),
                order.number(),
                order.customer(),
                order.contact(),
                order.state(),
                order.payment(),
                order.foreignState(),
                order.total(),
                order.tax(),
                order.shipping(),
                order.discount(),
                order.refunded(),
                order.placedAt(),
                order.paidAt(),
                order.changedAt(),
                order.history(),
                order.lines(),
                order.refunds(),
                order.original());
    }

    private Map<String, Long> counts() {
        return TableCounts.of(database.store("order").sql(), "order");
    }
}
