package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.Money;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.store.Sql;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.FixedSettings;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.QueryPlan;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All orders of this world are placed on Monday, 2 March 2026, at 10:00 in Berlin. */
@DatabaseTest(workspace = "order")
class TurnoverStoreTest {
    private final TestDatabase database;
    private final TurnoverStore store;
    private final FixedSettings settings = new FixedSettings();
    private final TestClock clock = new TestClock();
    private final TurnoverReading reading;
    private final OrderWorld world;
    private CustomerId anna;

    TurnoverStoreTest(TestDatabase database) {
        this.database = database;
        store = new TurnoverStore(database.store("order"));
        reading = new TurnoverReading(store, new AllRows(), new OneSeller(), settings, clock);
        world = new OrderWorld(database.transactions(), new SqlOrderStore(database.store("order")));
    }

    @BeforeEach
    void aCustomer() {
        anna = world.customers.person(1, "Anna");
    }

    @Test
    void whatIsOrderedCountsAndWhatIsPaidOfIt() {
        receive("1", OrderState.OPEN, PaymentState.UNPAID, 1_000);
        receive("2", OrderState.COMPLETED, PaymentState.PAID, 300);
        receive("3", OrderState.COMPLETED, PaymentState.REFUNDED, 40);
        receive("4", OrderState.CANCELLED, PaymentState.UNPAID, 5);
        clock.advance(Duration.ofHours(2));

        Turnover turnover = reading.turnover();

        assertEquals(LocalDate.of(2026, 3, 2), turnover.today());
        assertEquals(
                List.of(new Turnover.Sum(3, euro(1_340), euro(300))),
                turnover.currencies().stream().map(Turnover.InCurrency::today).toList());
    }

    @Test
    void theOrdersOfOthersAreHidden() {
        receive("1", OrderState.OPEN, PaymentState.UNPAID, 1_000);
        assertEquals(
                List.of(),
                store.slices(TestClock.MONDAY, TestClock.MONDAY.plusSeconds(1), new RowRule(false, Set.of())));
    }

    @Test
    void aFailedPaymentNeedsAttentionForAsLongAsTheBusinessHasSet() {
        receive("1", OrderState.OPEN, PaymentState.FAILED, 1_000);
        receive("2", OrderState.CANCELLED, PaymentState.FAILED, 1_000);
        receive("3", OrderState.OPEN, PaymentState.UNPAID, 1_000);
        clock.advance(Duration.ofDays(13));
        assertEquals(new TurnoverReading.Failed(14, 1), reading.failedPayments());

        settings.put("order", new OrderSettings(10));
        assertEquals(new TurnoverReading.Failed(10, 0), reading.failedPayments());
    }

    @Test
    void theSumsAreReadFromTheIndexAlone() {
        Sql sql = database.store("order").sql();
        QueryPlan plan = QueryPlan.of(
                sql,
                TurnoverStore.SLICES,
                TestClock.MONDAY,
                TestClock.MONDAY,
                TestClock.MONDAY.plusSeconds(60),
                true,
                List.of());
        assertEquals(List.of("order_turnover"), plan.indexes(), plan.toString());
        assertEquals(true, plan.steps().get(0).notes().contains("Using index"), plan.toString());
    }

    private void receive(String number, OrderState state, PaymentState payment, long total) {
        world.orders.receive(Versions.version(anna, number, state, payment, total, TestClock.MONDAY), false);
    }

    private static Money euro(long minor) {
        return Versions.euro(minor);
    }
}
