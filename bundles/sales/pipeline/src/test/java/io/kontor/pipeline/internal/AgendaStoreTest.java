package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kontor.access.RowRule;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Sql;
import io.kontor.testkit.QueryPlan;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "pipeline")
class AgendaStoreTest {
    private static final UserId OWNER = new UserId(SequentialIds.of(1));
    private static final UserId OTHER = new UserId(SequentialIds.of(2));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final RowRule OWN = new RowRule(false, Set.of(OWNER));

    private final TestDatabase database;
    private final SqlDealStore deals;
    private final AgendaStore agenda;

    AgendaStoreTest(TestDatabase database) {
        this.database = database;
        deals = new SqlDealStore(database.store("pipeline"));
        agenda = new AgendaStore(database.store("pipeline"));
    }

    @Test
    void whatIsDueComesFirstWhatIsOverdueLongest() {
        KeptDeal overdue = keep(deal(1, OWNER, Optional.of(TODAY.minusDays(3)), TestClock.MONDAY));
        KeptDeal due = keep(deal(2, OTHER, Optional.of(TODAY), TestClock.MONDAY));
        keep(deal(3, OWNER, Optional.of(TODAY.plusDays(1)), TestClock.MONDAY));
        keep(deal(4, OWNER, Optional.of(TODAY), TestClock.MONDAY).won(Origin.HAND, TestClock.MONDAY));

        assertEquals(List.of(overdue, due), agenda.due(TODAY, RowRule.ALL, 9));
        assertEquals(List.of(overdue), agenda.due(TODAY, OWN, 9));
        assertEquals(List.of(due), agenda.dueOf(OTHER, TODAY, RowRule.ALL, 9));
        assertEquals(List.of(), agenda.dueOf(OTHER, TODAY, OWN, 9));
    }

    @Test
    void whoWaitsLongestWithoutANextStepIsNeglectedMost() {
        Instant limit = TestClock.MONDAY.minus(Duration.ofDays(3));
        KeptDeal older = keep(deal(1, OWNER, Optional.empty(), limit.minusSeconds(60)));
        KeptDeal old = keep(deal(2, OTHER, Optional.empty(), limit.minusSeconds(1)));
        keep(deal(3, OWNER, Optional.empty(), limit));
        keep(deal(4, OWNER, Optional.of(TODAY), limit.minusSeconds(60)));

        assertEquals(List.of(older, old), agenda.neglected(limit, RowRule.ALL, 9));
        assertEquals(List.of(older), agenda.neglected(limit, OWN, 9));
        assertEquals(2, agenda.countNeglected(limit, RowRule.ALL, 9));
        assertEquals(1, agenda.countNeglected(limit, RowRule.ALL, 1));
    }

    @Test
    void everyQuestionHasItsIndex() {
        Sql sql = database.store("pipeline").sql();
        database.transactions()
                .run(() -> IntStream.range(0, 3_000)
                        .mapToObj(number -> deal(
                                number,
                                number % 50 == 0 ? OTHER : OWNER,
                                number % 3 == 0 ? Optional.empty() : Optional.of(TODAY.plusDays(number % 90 - 5)),
                                TestClock.MONDAY.minus(Duration.ofHours(number))))
                        .map(deal -> number(deal) % 2 == 0 ? deal : deal.won(Origin.HAND, TestClock.MONDAY))
                        .forEach(deals::insert));
        sql.list("analyze table pipeline_deal", row -> row.string("Msg_text"));
        Instant limit = TestClock.MONDAY.minus(Duration.ofDays(100));

        reads("pipeline_agenda", QueryPlan.of(sql, AgendaStore.DUE, TODAY, true, List.of(), 9));
        reads("pipeline_agenda_owner", QueryPlan.of(sql, AgendaStore.DUE_OF, OTHER, TODAY, 9));
        reads("pipeline_agenda", QueryPlan.of(sql, AgendaStore.NEGLECTED, limit, true, List.of(), 9));
    }

    private static void reads(String index, QueryPlan plan) {
        assertEquals(index, plan.indexes().get(0), plan.toString());
        assertFalse(plan.sorts(), plan.toString());
    }

    private static long number(KeptDeal deal) {
        return deal.position();
    }

    private KeptDeal keep(KeptDeal deal) {
        database.transactions().run(() -> deals.insert(deal));
        return deal;
    }

    private static KeptDeal deal(long number, UserId owner, Optional<LocalDate> nextStep, Instant opened) {
        return KeptDeal.byHand(
                new DealId(SequentialIds.of(1_000 + number)),
                new PipelineId(SequentialIds.of(10)),
                new StageId(SequentialIds.of(20)),
                new KeptDeal.Facts(
                        "Deal " + number,
                        Optional.empty(),
                        owner,
                        new Money(100, Currency.getInstance("EUR")),
                        nextStep),
                opened,
                number);
    }
}
