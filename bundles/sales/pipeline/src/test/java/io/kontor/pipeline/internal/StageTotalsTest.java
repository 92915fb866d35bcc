package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.access.RowRule;
import io.kontor.kernel.Money;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.NewDeal;
import io.kontor.pipeline.StageId;
import io.kontor.store.Transactions;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.FakeCustomers;
import io.kontor.testkit.FakeTimeline;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.FixedSettings;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The kept sums against the deals themselves, also when several people work at once. */
@DatabaseTest(workspace = "pipeline")
class StageTotalsTest {
    private static final UserId OWNER = FakeUsers.PROPRIETOR.id();

    private final TestDatabase database;
    private final SqlDealStore store;
    private final DealService deals;
    private final PipelineService pipelines;
    private final Transactions transactions;

    StageTotalsTest(TestDatabase database) {
        this.database = database;
        transactions = database.transactions();
        store = new SqlDealStore(database.store("pipeline"));
        SequentialIds ids = new SequentialIds();
        TestClock clock = new TestClock();
        RecordingAuditLog audit = new RecordingAuditLog();
        pipelines = new PipelineService(
                transactions,
                new SqlPipelineStore(database.store("pipeline")),
                new PipelineTexts(new FixedSettings()),
                new AccountLabels(),
                new RecordingEvents(),
                audit,
                ids);
        DealBook book = new DealBook(
                store,
                new DealNews(new RecordingEvents(), new FakeTimeline(), audit),
                new Agenda(new FixedSettings(), new OneSeller(), clock),
                new ThreadActorContext(),
                ids,
                clock);
        deals = new DealService(
                transactions,
                store,
                book,
                new DealDesk(store, pipelines, new FakeCustomers(), new FakeUsers(), ids, clock),
                new AllRows());
    }

    @Test
    void theSumsAreThoseOfTheDealsAfterManyPeopleMovedThem() throws ExecutionException, InterruptedException {
        transactions.run(() -> pipelines.setUp(Locale.ENGLISH));
        Pipeline pipeline = pipelines.all().get(0);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> working = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                long seed = person;
                Callable<Boolean> work =
                        () -> database.workspaces().call(database.workspace(), () -> work(pipeline, new Random(seed)));
                working.add(people.submit(work));
            }
            for (Future<Boolean> each : working) {
                each.get();
            }
        } finally {
            people.shutdown();
        }

        assertEquals(counted(pipeline), kept(pipeline));
    }

    private boolean work(Pipeline pipeline, Random random) {
        for (int round = 0; round < 15; round++) {
            Deal deal = deals.open(new NewDeal(
                    pipeline.id(),
                    Optional.empty(),
                    "Deal",
                    Optional.empty(),
                    OWNER,
                    new Money(random.nextInt(10_000), Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY")),
                    Optional.empty()));
            StageId stage = pipeline.stages().get(random.nextInt(4)).id();
            deal = deals.move(deal.id(), stage, deal.version());
            if (random.nextInt(3) == 0) {
                deals.lose(deal.id(), "No", deal.version());
            }
        }
        return true;
    }

    private List<StageSum> kept(Pipeline pipeline) {
        return store.totals(pipeline.id(), Optional.empty(), RowRule.ALL);
    }

    private List<StageSum> counted(Pipeline pipeline) {
        List<StageSum> sums = new ArrayList<>();
        for (Pipeline.Stage stage : pipeline.stages()) {
            List<KeptDeal> column = store.column(stage.id(), Optional.empty(), RowRule.ALL, PageRequest.first(200))
                    .items();
            for (String currency : List.of("EUR", "JPY")) {
                List<Money> values = column.stream()
                        .map(kept -> kept.deal().value())
                        .filter(value -> value.currency().getCurrencyCode().equals(currency))
                        .toList();
                if (!values.isEmpty()) {
                    sums.add(new StageSum(
                            stage.id(),
                            values.size(),
                            values.stream().reduce(Money.zero(Currency.getInstance(currency)), Money::plus)));
                }
            }
        }
        return sums;
    }
}
