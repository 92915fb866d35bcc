package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Money;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.DealEvent;
import io.kontor.pipeline.NewDeal;
import io.kontor.store.Transactions;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.FakeCustomers;
import io.kontor.testkit.FakeTimeline;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.FixedSettings;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.PlayedRemoval;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.TableCounts;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "pipeline")
class DemoRowsTest {
    private static final SourceAccountId DEMO = new SourceAccountId(SequentialIds.of(0xDE));
    private static final Currency EUR = Currency.getInstance("EUR");

    private final TestDatabase database;
    private final Transactions transactions;
    private final FakeCustomers customers = new FakeCustomers();
    private final FakeTimeline timeline = new FakeTimeline();
    private final RecordingEvents events = new RecordingEvents();
    private final SqlDealStore store;
    private final PipelineService pipelines;
    private final DealService deals;
    private final OrderRule rule;
    private final DemoRows demo;

    DemoRowsTest(TestDatabase database) {
        this.database = database;
        transactions = database.transactions();
        store = new SqlDealStore(database.store("pipeline"));
        SequentialIds ids = new SequentialIds();
        TestClock clock = new TestClock();
        RecordingAuditLog audit = new RecordingAuditLog();
        FixedSettings settings = new FixedSettings();
        FakeUsers users = new FakeUsers();
        PipelineTexts texts = new PipelineTexts(settings);
        pipelines = new PipelineService(
                transactions,
                new SqlPipelineStore(database.store("pipeline")),
                texts,
                new AccountLabels(),
                events,
                audit,
                ids);
        DealBook book = new DealBook(
                store,
                new DealNews(events, timeline, audit),
                new Agenda(settings, new OneSeller(), clock),
                new ThreadActorContext(),
                ids,
                clock);
        deals = new DealService(
                transactions, store, book, new DealDesk(store, pipelines, customers, users, ids, clock), new AllRows());
        rule = new OrderRule(
                store,
                new SqlDealOrderStore(database.store("pipeline")),
                book,
                new OrderRuleSurroundings(customers, users, texts, ids, clock));
        demo = new DemoRows(new DemoDealStore(database.store("pipeline")), store, timeline, events);
    }

    @BeforeEach
    void aBusinessWithADeal() {
        transactions.run(() -> pipelines.setUp(Locale.ENGLISH));
        deals.open(byHand(pipelines.all().get(0)));
    }

    @Test
    void everythingOfTheDemoGoesAndNothingElse() {
        Map<String, Long> before = counts();
        List<String> told = timeline.sources();
        orders(60);
        events.forget();

        assertEquals(List.of(25, 25, 10), removal());

        assertEquals(before, counts());
        assertEquals(told, timeline.sources());
        assertEquals(60, events.published(DealEvent.Removed.class).size());
    }

    @Test
    void aDealThatAPersonMadeStaysAndItsPipelineWithIt() {
        orders(3);
        Pipeline shop = pipelines.forAccount(DEMO, () -> "woocommerce");
        Deal own = deals.open(byHand(shop));

        assertEquals(List.of(3), removal());
        assertEquals(List.of(), removal());

        assertTrue(store.find(own.id(), RowRule.ALL).isPresent());
        Pipeline kept = pipelines.get(shop.id());
        assertEquals(Optional.empty(), kept.account());
        assertEquals(shop.stages(), kept.stages());
    }

    private void orders(int count) {
        transactions.run(() -> {
            Pipeline shop = pipelines.forAccount(DEMO, () -> "woocommerce");
            for (int number = 1; number <= count; number++) {
                CustomerId buyer = customers.person(100 + number, "Buyer " + number);
                rule.follow(order(number, buyer, PaymentState.UNPAID, 1), shop);
                if (number % 2 == 0) {
                    rule.follow(order(number, buyer, PaymentState.PAID, 2), shop);
                }
            }
        });
    }

    private static OrderFact order(int number, CustomerId buyer, PaymentState payment, long version) {
        return new OrderFact(
                new OrderId(SequentialIds.of(5_000 + number)),
                DEMO,
                buyer,
                "" + number,
                OrderState.OPEN,
                payment,
                new Money(1_000, EUR),
                Money.zero(EUR),
                version);
    }

    private static NewDeal byHand(Pipeline pipeline) {
        return new NewDeal(
                pipeline.id(),
                Optional.empty(),
                "Tea for the office",
                Optional.empty(),
                FakeUsers.PROPRIETOR.id(),
                new Money(5_000, EUR),
                Optional.empty());
    }

    private List<Integer> removal() {
        return PlayedRemoval.of(demo, DEMO, transactions);
    }

    private Map<String, Long> counts() {
        return TableCounts.of(database.store("pipeline").sql(), "pipeline");
    }
}
