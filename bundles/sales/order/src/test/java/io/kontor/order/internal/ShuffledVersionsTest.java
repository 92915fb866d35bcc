package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.customer.CustomerId;
import io.kontor.customer.TimelineEntry;
import io.kontor.kernel.KontorException;
import io.kontor.order.Order;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedOrder;
import io.kontor.testkit.database.DirectTransactions;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of many orders, late, doubled and out of order, some of one second: the end is that of the last ones. */
class ShuffledVersionsTest {
    private static final int VERSIONS = 1000;
    private static final int ORDERS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfArrivalLeavesNoTrace(long seed) {
        Outcome straight = run(versions(seed));
        List<ReceivedOrder> shuffled = new ArrayList<>(versions(seed));
        shuffled.addAll(versions(seed).subList(0, VERSIONS / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(straight, run(shuffled));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everythingAgainChangesNothing(long seed) {
        FakeOrderStore store = new FakeOrderStore();
        OrderWorld world = new OrderWorld(new DirectTransactions(), store);
        CustomerId anna = world.customers.person(1, "Anna");
        List<ReceivedOrder> versions = versions(seed);
        receive(world, versions);
        List<KeptOrder> before = store.all();
        List<TimelineEntry> entries = world.timeline.entries();
        world.events.forget();
        Collections.shuffle(versions, new Random(seed));
        receive(world, versions);

        assertEquals(before, store.all());
        assertEquals(entries, world.timeline.entries());
        assertEquals(List.of(), world.events.published());
        assertEquals(List.of(anna), world.customers.bought().stream().distinct().toList());
    }

    /** What must not depend on the order of arrival. */
    private record Outcome(Map<String, String> orders, Map<String, String> timeline) {}

    private static Outcome run(List<ReceivedOrder> versions) {
        FakeOrderStore store = new FakeOrderStore();
        OrderWorld world = new OrderWorld(new DirectTransactions(), store);
        world.customers.person(1, "Anna");
        receive(world, versions);
        Map<String, String> orders = new HashMap<>();
        Map<Object, String> numbers = new HashMap<>();
        for (KeptOrder kept : store.all()) {
            Order order = kept.order();
            numbers.put(order.id().value(), order.number());
            orders.put(
                    order.number(),
                    order.state() + " " + order.payment() + " " + order.total() + " " + order.refunded() + " "
                            + order.changedAt() + " " + kept.hash());
        }
        Map<String, String> timeline = new HashMap<>();
        world.timeline
                .entries()
                .forEach(entry -> timeline.put(
                        entry.source() + numbers.get(entry.reference().id()), entry.fallback() + entry.at()));
        world.events.published(OrderEvent.Paid.class).stream()
                .map(OrderEvent.Paid::order)
                .forEach(order -> assertEquals(
                        1,
                        world.events.published(OrderEvent.Paid.class).stream()
                                .filter(paid -> paid.order().equals(order))
                                .count()));
        return new Outcome(orders, timeline);
    }

    /** As the connector does: an ambiguous version is fetched again, and the shop answers with its newest. */
    private static void receive(OrderWorld world, List<ReceivedOrder> versions) {
        Map<String, ReceivedOrder> newest = new HashMap<>();
        versions.forEach(version -> newest.merge(
                version.number(),
                version,
                (one, other) -> Comparator.comparing(ReceivedOrder::changedAt)
                                        .thenComparing(each -> each.total().minor())
                                        .compare(one, other)
                                >= 0
                        ? one
                        : other));
        for (ReceivedOrder version : versions) {
            try {
                world.orders.receive(version, false);
            } catch (KontorException ambiguous) {
                world.orders.receive(newest.get(version.number()), true);
            }
        }
    }

    private static List<ReceivedOrder> versions(long seed) {
        Random random = new Random(seed);
        CustomerId anna = new OrderWorld(new DirectTransactions(), new FakeOrderStore()).customers.person(1, "Anna");
        List<ReceivedOrder> versions = new ArrayList<>();
        for (int number = 0; number < VERSIONS; number++) {
            versions.add(Versions.version(
                    anna,
                    Integer.toString(1 + random.nextInt(ORDERS)),
                    OrderState.values()[random.nextInt(3)],
                    PaymentState.values()[random.nextInt(PaymentState.values().length)],
                    1_000 + number,
                    TestClock.MONDAY.plusSeconds(number / 3)));
        }
        return versions;
    }
}
