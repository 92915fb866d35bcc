package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kontor.store.Sql;
import io.kontor.testkit.QueryPlan;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each list is read through its index, in its order. */
@DatabaseTest(workspace = "pipeline")
class DealPlansTest {
    private static final int DEALS = 3_000;
    private static final UUID PIPELINE = SequentialIds.of(1);
    private static final UUID STAGE = SequentialIds.of(2);
    private static final UUID RARE_OWNER = SequentialIds.of(3);
    private static final UUID OWNER = SequentialIds.of(4);

    private final TestDatabase database;
    private final Sql sql;

    DealPlansTest(TestDatabase database) {
        this.database = database;
        this.sql = database.store("pipeline").sql();
    }

    @BeforeEach
    void manyDeals() {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 1; number <= DEALS; number++) {
            rows.add(new Object[] {
                SequentialIds.of(10_000L + number),
                PIPELINE,
                "HAND",
                TestClock.MONDAY,
                STAGE,
                number % 20 == 0 ? "WON" : "OPEN",
                "Deal " + number,
                SequentialIds.of(50_000L + number % 700),
                number % 100 == 0 ? RARE_OWNER : OWNER,
                "EUR",
                100,
                0,
                null,
                null,
                null,
                null,
                -number,
                TestClock.MONDAY,
                null,
                null,
                1
            });
        }
        database.transactions().run(() -> {
            sql.batch(DealSql.INSERT, rows);
        });
        sql.list("analyze table pipeline_deal", row -> row.string("Msg_text"));
    }

    @Test
    void aColumnIsReadFromItsTop() {
        assertReads("pipeline_column", column(Optional.empty()));
    }

    @Test
    void theColumnOfOneOwnerHasItsOwnIndex() {
        assertReads("pipeline_column_owner", column(Optional.of(RARE_OWNER)));
    }

    @Test
    void theListOfDealsIsReadNewestFirst() {
        assertReads("PRIMARY", page(Optional.empty(), Optional.empty(), Optional.empty()));
        assertReads("pipeline_newest", page(Optional.of("WON"), Optional.empty(), Optional.empty()));
        assertReads("pipeline_owner", page(Optional.empty(), Optional.of(RARE_OWNER), Optional.empty()));
        assertReads(
                "pipeline_customer", page(Optional.empty(), Optional.empty(), Optional.of(SequentialIds.of(50_007))));
    }

    @Test
    void theRuleFindsACustomersDealsByTheCustomer() {
        QueryPlan plan = QueryPlan.of(sql, DealSql.LOCK_OPEN, List.of(SequentialIds.of(50_007)), PIPELINE);

        assertEquals(List.of("pipeline_customer"), plan.indexes(), plan.toString());
    }

    @Test
    void whetherACustomerHasAnOpenDealIsFoundByTheCustomer() {
        QueryPlan plan = QueryPlan.of(sql, DealSql.ANY_OPEN, List.of(SequentialIds.of(50_007)));

        assertEquals(List.of("pipeline_customer"), plan.indexes(), plan.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_000, -1_500, -1})
    void theNeighboursOfAPlaceAreReadFromTheColumn(long position) {
        assertReads("pipeline_column", QueryPlan.of(sql, DealSql.TOP, STAGE));
        assertReads("pipeline_column", QueryPlan.of(sql, DealSql.ABOVE, STAGE, position, List.of(STAGE)));
        assertReads("pipeline_column", QueryPlan.of(sql, DealSql.BELOW, STAGE, position, List.of(STAGE)));
    }

    private QueryPlan column(Optional<UUID> owner) {
        return QueryPlan.of(
                sql,
                DealSql.COLUMN,
                STAGE,
                owner,
                owner,
                true,
                List.of(),
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                new UUID(0, 0),
                51);
    }

    private QueryPlan page(Optional<String> outcome, Optional<UUID> owner, Optional<UUID> customer) {
        Optional<UUID> pipeline = outcome.map(any -> PIPELINE);
        return QueryPlan.of(
                sql,
                DealSql.PAGE,
                true,
                List.of(),
                pipeline,
                pipeline,
                outcome,
                outcome,
                owner,
                owner,
                customer.isEmpty(),
                customer.stream().toList(),
                null,
                null,
                new UUID(-1, -1),
                51);
    }

    private static void assertReads(String index, QueryPlan plan) {
        assertEquals(index, plan.indexes().get(0), plan.toString());
        assertFalse(plan.sorts(), plan.toString());
    }
}
