package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.FakeCustomers;
import io.kontor.testkit.FakeTimeline;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.FixedSettings;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.database.DirectTransactions;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.Locale;

/** The module put together over tables in memory. */
final class PipelineWorld {
    static final SourceAccountId SHOP = new SourceAccountId(SequentialIds.of(0xA1));

    final TestClock clock = new TestClock();
    final SequentialIds ids = new SequentialIds();
    final FakeDealStore deals = new FakeDealStore();
    final FakeDealOrderStore dealOrders = new FakeDealOrderStore();
    final FakeCustomers customers = new FakeCustomers();
    final FakeUsers users = new FakeUsers();
    final FakeTimeline timeline = new FakeTimeline();
    final RecordingEvents events = new RecordingEvents();
    final RecordingAuditLog audit = new RecordingAuditLog();
    final FixedSettings settings = new FixedSettings();
    final PipelineTexts texts = new PipelineTexts(settings);
    final AccountLabels labels = new AccountLabels();
    final PipelineService pipelines =
            new PipelineService(new DirectTransactions(), new FakePipelineStore(), texts, labels, events, audit, ids);
    final Agenda agenda = new Agenda(settings, new OneSeller(), clock);
    final DealBook book =
            new DealBook(deals, new DealNews(events, timeline, audit), agenda, new ThreadActorContext(), ids, clock);
    final DealService service = new DealService(
            new DirectTransactions(),
            deals,
            book,
            new DealDesk(deals, pipelines, customers, users, ids, clock),
            new AllRows());
    final OrderRule rule =
            new OrderRule(deals, dealOrders, book, new OrderRuleSurroundings(customers, users, texts, ids, clock));
    final FakeOrders orders = new FakeOrders();
    final OrderEvents consumer = new OrderEvents(rule, pipelines, orders);

    PipelineWorld() {
        pipelines.setUp(Locale.ENGLISH);
    }

    Pipeline shopPipeline() {
        return pipelines.forAccount(SHOP, () -> "woocommerce");
    }

    Pipeline salesPipeline() {
        return pipelines.all().get(0);
    }
}
