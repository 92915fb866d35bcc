package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Money;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "pipeline")
class SqlDealStoreTest {
    private static final UserId OWNER = new UserId(SequentialIds.of(1));
    private static final UserId OTHER_OWNER = new UserId(SequentialIds.of(2));
    private static final PipelineId PIPELINE = new PipelineId(SequentialIds.of(10));
    private static final StageId STAGE = new StageId(SequentialIds.of(20));
    private static final CustomerId CUSTOMER = new CustomerId(SequentialIds.of(30));

    private final SqlDealStore store;
    private final SqlDealOrderStore orders;
    private final Transactions transactions;

    SqlDealStoreTest(TestDatabase database) {
        store = new SqlDealStore(database.store("pipeline"));
        orders = new SqlDealOrderStore(database.store("pipeline"));
        transactions = database.transactions();
    }

    @Test
    void aDealIsReadAsItWasWritten() {
        KeptDeal full = deal(1, OWNER, Optional.of(CUSTOMER), 0)
                .lost("Too dear", Origin.HAND, TestClock.MONDAY)
                .suggesting(KeptDeal.Suggestion.WIN);
        transactions.run(() -> store.insert(full));

        assertEquals(Optional.of(full), store.find(full.deal().id(), RowRule.ALL));
    }

    @Test
    void aChangedDealIsReadAsItWasWritten() {
        KeptDeal before = deal(1, OWNER, Optional.of(CUSTOMER), 0);
        KeptDeal after = before.at(new StageId(SequentialIds.of(21)), 77, TestClock.MONDAY.plusSeconds(5))
                .with(
                        new KeptDeal.Facts(
                                "Other", Optional.empty(), OTHER_OWNER, euro(9), Optional.of(LocalDate.of(2026, 3, 4))),
                        Optional.of(KeptDeal.Suggestion.LOSE))
                .with(euro(12), euro(3))
                .next();
        transactions.run(() -> {
            store.insert(before);
            store.update(after);
        });

        assertEquals(Optional.of(after), store.find(before.deal().id(), RowRule.ALL));
    }

    @Test
    void aRowRuleHidesTheDealsOfOthers() {
        KeptDeal mine = deal(1, OWNER, Optional.empty(), 0);
        KeptDeal theirs = deal(2, OTHER_OWNER, Optional.empty(), 1);
        transactions.run(() -> List.of(mine, theirs).forEach(store::insert));
        RowRule own = new RowRule(false, Set.of(OWNER));

        assertTrue(store.find(theirs.deal().id(), own).isEmpty());
        assertEquals(
                List.of(mine),
                store.column(STAGE, Optional.empty(), own, PageRequest.first(50))
                        .items());
        assertEquals(
                List.of(mine), store.page(anyDeal(), own, PageRequest.first(50)).items());
    }

    @Test
    void aCustomerHasOneOpenOrderMadeDealPerPipeline() {
        transactions.run(() -> store.insert(orderMade(1)));

        assertThrows(UniqueViolation.class, () -> transactions.run(() -> store.insert(orderMade(2))));
    }

    @Test
    void aClosedDealMakesRoomForTheNext() {
        KeptDeal first = orderMade(1);
        transactions.run(() -> {
            store.insert(first);
            store.update(first.won(Origin.ORDER, TestClock.MONDAY));
            store.insert(orderMade(2));
        });

        List<KeptDeal> open = transactions.call(() -> store.lockOpen(PIPELINE, Set.of(CUSTOMER)));
        assertEquals(List.of(orderMade(2)), open);
    }

    @Test
    void theOrderMadeDealIsTheFirstOfACustomersOpenDeals() {
        KeptDeal made = orderMade(1);
        KeptDeal byHand = deal(2, OWNER, Optional.of(CUSTOMER), 0);
        transactions.run(() -> List.of(made, byHand).forEach(store::insert));

        assertEquals(List.of(made, byHand), transactions.call(() -> store.lockOpen(PIPELINE, Set.of(CUSTOMER))));
    }

    @Test
    void aColumnIsReadPageByPageWithoutGapsAndRepeats() {
        List<DealId> written = new ArrayList<>();
        transactions.run(() -> {
            for (int number = 1; number <= 25; number++) {
                KeptDeal deal = deal(number, OWNER, Optional.empty(), number / 3);
                store.insert(deal);
                written.add(deal.deal().id());
            }
        });

        List<DealId> read = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<KeptDeal> page = store.column(STAGE, Optional.empty(), RowRule.ALL, new PageRequest(cursor, 4));
            page.items().forEach(kept -> read.add(kept.deal().id()));
            cursor = page.next().map(Cursor::decode);
        } while (cursor.isPresent());
        assertEquals(written, read);
    }

    @Test
    void theNeighboursOfAPlaceAreFound() {
        transactions.run(() -> {
            store.insert(deal(1, OWNER, Optional.empty(), 10));
            store.insert(deal(2, OWNER, Optional.empty(), 20));
            store.insert(deal(3, OWNER, Optional.empty(), 30));
        });

        assertEquals(Optional.of(10L), store.top(STAGE));
        assertEquals(Optional.of(10L), store.above(STAGE, 20, Set.of(id(2))));
        assertEquals(Optional.of(30L), store.below(STAGE, 20, Set.of(id(2))));
        assertEquals(Optional.empty(), store.below(STAGE, 20, Set.of(id(2), id(3))));
    }

    @Test
    void spreadingKeepsTheOrder() {
        transactions.run(() -> {
            store.insert(deal(1, OWNER, Optional.empty(), 7));
            store.insert(deal(2, OWNER, Optional.empty(), 6));
            store.insert(deal(3, OWNER, Optional.empty(), 7));
            store.spread(STAGE);
        });

        List<KeptDeal> column = store.column(STAGE, Optional.empty(), RowRule.ALL, PageRequest.first(9))
                .items();
        assertEquals(
                List.of(id(2), id(1), id(3)),
                column.stream().map(kept -> kept.deal().id()).toList());
        assertEquals(
                List.of(Positions.GAP, 2 * Positions.GAP, 3 * Positions.GAP),
                column.stream().map(KeptDeal::position).toList());
    }

    @Test
    void anOrderBelongsToOneDealAndShowsItsLastStanding() {
        OrderId order = new OrderId(SequentialIds.of(40));
        DealOrder first = new DealOrder(order, id(1), "7", OrderState.OPEN, PaymentState.UNPAID, euro(500), euro(0), 1);
        DealOrder then =
                new DealOrder(order, id(2), "7", OrderState.COMPLETED, PaymentState.REFUNDED, euro(500), euro(500), 3);
        transactions.run(() -> {
            orders.put(first);
            orders.put(then);
        });

        assertEquals(Optional.of(then), orders.find(order));
        assertEquals(List.of(), orders.of(id(1)));
        assertEquals(List.of(then), orders.of(id(2)));
    }

    @Test
    void aListIsFilteredByPipelineOutcomeOwnerCustomerAndOrder() {
        KeptDeal open = deal(1, OWNER, Optional.of(CUSTOMER), 0);
        KeptDeal won = deal(2, OTHER_OWNER, Optional.empty(), 0).won(Origin.HAND, TestClock.MONDAY);
        OrderId order = new OrderId(SequentialIds.of(40));
        transactions.run(() -> {
            List.of(open, won).forEach(store::insert);
            orders.put(new DealOrder(order, id(2), "7", OrderState.OPEN, PaymentState.UNPAID, euro(500), euro(0), 1));
        });

        assertEquals(List.of(won, open), list(anyDeal()));
        assertEquals(List.of(won), list(filter(Optional.of(Outcome.WON), Optional.empty(), Optional.empty())));
        assertEquals(List.of(won), list(filter(Optional.empty(), Optional.of(OTHER_OWNER), Optional.empty())));
        assertEquals(List.of(won), list(filter(Optional.empty(), Optional.empty(), Optional.of(order))));
        DealFilter customers = new DealFilter(
                Optional.of(PIPELINE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of(CUSTOMER, new CustomerId(SequentialIds.of(31)))),
                Optional.empty());
        assertEquals(List.of(open), list(customers));
    }

    @Test
    void theStageLogIsReadInItsOrder() {
        StageChange opened = new StageChange(
                SequentialIds.of(51),
                id(1),
                TestClock.MONDAY,
                Optional.of(OWNER),
                "Olga",
                Optional.empty(),
                STAGE,
                Outcome.OPEN);
        StageChange won = new StageChange(
                SequentialIds.of(52),
                id(1),
                TestClock.MONDAY.plusSeconds(1),
                Optional.empty(),
                "kontor",
                Optional.of(STAGE),
                STAGE,
                Outcome.WON);
        transactions.run(() -> List.of(opened, won).forEach(store::log));

        assertEquals(List.of(opened, won), store.log(id(1)));
    }

    private List<KeptDeal> list(DealFilter filter) {
        return store.page(filter, RowRule.ALL, PageRequest.first(50)).items();
    }

    private static DealFilter anyDeal() {
        return filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static DealFilter filter(Optional<Outcome> outcome, Optional<UserId> owner, Optional<OrderId> order) {
        return new DealFilter(Optional.empty(), outcome, owner, Optional.empty(), order);
    }

    private static DealId id(int number) {
        return new DealId(SequentialIds.of(1000L + number));
    }

    private static KeptDeal deal(int number, UserId owner, Optional<CustomerId> customer, long position) {
        KeptDeal.Facts facts =
                new KeptDeal.Facts("Deal " + number, customer, owner, euro(100L * number), Optional.empty());
        return KeptDeal.byHand(id(number), PIPELINE, STAGE, facts, TestClock.MONDAY, position);
    }

    private static KeptDeal orderMade(int number) {
        KeptDeal.Facts facts =
                new KeptDeal.Facts("Deal " + number, Optional.of(CUSTOMER), OWNER, euro(100), Optional.empty());
        return KeptDeal.byOrder(id(number), PIPELINE, STAGE, facts, TestClock.MONDAY, 0);
    }

    private static Money euro(long minor) {
        return new Money(minor, Currency.getInstance("EUR"));
    }
}
