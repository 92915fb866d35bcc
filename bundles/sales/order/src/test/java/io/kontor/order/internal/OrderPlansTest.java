package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kontor.customer.CustomerId;
import io.kontor.store.Sql;
import io.kontor.testkit.QueryPlan;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each list is read through its index, in its order. */
@DatabaseTest(workspace = "order")
class OrderPlansTest {
    private static final int ORDERS = 3_000;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final TestDatabase database;
    private final Sql sql;

    OrderPlansTest(TestDatabase database) {
        this.database = database;
        this.sql = database.store("order").sql();
    }

    @BeforeEach
    void manyOrders() {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 1; number <= ORDERS; number++) {
            UUID id = SequentialIds.of(number);
            Instant at = TestClock.MONDAY.plusSeconds(number);
            rows.add(new Object[] {
                id,
                id,
                "order",
                "" + number,
                id,
                SequentialIds.of(number % 3),
                number % 50 == 0 ? "shopify" : "woocommerce",
                "" + number,
                SequentialIds.of(number % 500),
                null,
                number % 20 == 0 ? "OPEN" : "COMPLETED",
                number % 20 == 0 ? "UNPAID" : "PAID",
                "word",
                "EUR",
                1,
                1,
                1,
                1,
                0,
                at,
                null,
                at,
                false,
                false,
                false,
                new byte[32],
                1
            });
        }
        database.transactions().run(() -> {
            sql.batch(OrderSql.INSERT, rows);
        });
        sql.list("analyze table order_order", row -> row.string("Msg_text"));
    }

    @Test
    void theWholeListIsReadInItsOrder() {
        assertReads(
                "order_placed", newestFirst(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aFilterIsAnsweredByItsIndex() {
        assertReads(
                "order_state", newestFirst(Optional.of("OPEN"), Optional.empty(), Optional.empty(), Optional.empty()));
        assertReads(
                "order_payment",
                newestFirst(Optional.empty(), Optional.of("UNPAID"), Optional.empty(), Optional.empty()));
        assertReads(
                "order_channel",
                newestFirst(Optional.empty(), Optional.empty(), Optional.of("shopify"), Optional.empty()));
        assertReads(
                "order_customer",
                newestFirst(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new CustomerId(SequentialIds.of(7)))));
    }

    @Test
    void theBeginningOfANumberIsARangeOfItsIndex() {
        assertReads(
                "order_number",
                QueryPlan.of(
                        sql,
                        OrderSql.BY_NUMBER,
                        true,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        Set.of(),
                        Sql.beginsWith("104"),
                        "104",
                        "104",
                        new UUID(0, 0),
                        51));
    }

    @Test
    void aVersionFindsItsOrderByTheExternalId() {
        assertEquals(
                List.of("order_external"),
                QueryPlan.of(sql, OrderSql.LOCK, SequentialIds.of(5), "order", "5")
                        .indexes());
    }

    private QueryPlan newestFirst(
            Optional<String> state, Optional<String> payment, Optional<String> channel, Optional<CustomerId> customer) {
        return QueryPlan.of(
                sql,
                OrderSql.NEWEST_FIRST,
                true,
                List.of(),
                state,
                state,
                payment,
                payment,
                channel,
                channel,
                customer.isEmpty(),
                customer.stream().toList(),
                LAST,
                LAST,
                new UUID(-1, -1),
                51);
    }

    private static void assertReads(String index, QueryPlan plan) {
        assertEquals(List.of(index), plan.indexes(), plan.toString());
        assertFalse(plan.sorts(), plan.toString());
    }
}
