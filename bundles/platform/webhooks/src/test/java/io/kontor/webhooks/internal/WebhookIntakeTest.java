package io.kontor.webhooks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.events.DomainEvent;
import io.kontor.events.ReceivedEvent;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.store.Store;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import io.kontor.webhooks.StoredWebhook;
import io.kontor.webhooks.Verdict;
import io.kontor.webhooks.WebhookRequest;
import io.kontor.webhooks.WebhookSource;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

@DatabaseTest(control = "webhooks")
class WebhookIntakeTest {

    private static final UUID ACCOUNT = new UUID(5, 5);

    private final TestDatabase database;
    private final Store store;
    private final List<DomainEvent> published = new ArrayList<>();
    private final List<StoredWebhook> processed = new ArrayList<>();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T10:00:00Z"));
    private WebhookSources sources;
    private AddressBook book;
    private InboxStore inbox;
    private WebhookIntake intake;

    WebhookIntakeTest(TestDatabase database) {
        this.database = database;
        this.store = database.store("webhooks");
    }

    @BeforeEach
    void open() {
        inbox = new InboxStore(store);
        sources = new WebhookSources(inbox, clock, bundle());
        book = new AddressBook(
                new AddressStore(store), inbox, database.workspaces(), database.transactions(), new NoJobs(), clock);
        intake = new WebhookIntake(
                book,
                sources,
                inbox,
                published::add,
                database.transactions(),
                database.workspaces(),
                new SequentialIds(),
                clock,
                config(Duration.ofSeconds(1)));
        assertEquals("/hook/" + ACCOUNT, book.open("shop", ACCOUNT));
    }

    private void send(String body) {
        intake.take(
                intake.address(ACCOUNT), new WebhookRequest(ACCOUNT, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private long rows() {
        return store.sql()
                .one("select count(*) as n from {control}.webhooks_inbox", row -> row.number("n"))
                .orElseThrow();
    }

    @Test
    void aGenuineMessageIsStoredWithItsEventAndProcessedWithTheSameBytes() {
        sources.bind(new Shop());
        send("key-1 hello");
        assertEquals(1, rows());
        WebhookReceived event = (WebhookReceived) published.get(0);
        assertEquals("webhooks.received-shop", event.name());
        process(event);
        assertArrayEquals(
                "key-1 hello".getBytes(StandardCharsets.UTF_8), processed.get(0).body());
        assertEquals(ACCOUNT, processed.get(0).account());
    }

    @Test
    void theMessagesOfAnAccountThatWentForGoodAreForgottenSomeAtATime() {
        sources.bind(new Shop());
        for (int number = 1; number <= 5; number++) {
            send("key-" + number + " hello");
        }
        assertEquals(0, book.forget(new UUID(0, 99), 3));
        assertEquals(3, book.forget(ACCOUNT, 3));
        assertEquals(2, book.forget(ACCOUNT, 3));
        assertEquals(0, rows());
    }

    private void process(WebhookReceived event) {
        WebhookProcessing processing = new WebhookProcessing(new Shop(), inbox, Json.mapper(), clock);
        try {
            String payload = Json.mapper().writeValueAsString(event);
            database.transactions()
                    .run(() -> processing.handle(
                            new ReceivedEvent(1, event.name(), 1, event.subject(), clock.instant(), payload)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSameDeliveryAgainIsAcknowledgedAndNotStored() {
        sources.bind(new Shop());
        send("key-1 hello");
        send("key-1 hello");
        assertEquals(1, rows());
        assertEquals(1, published.size());
    }

    @Test
    void aForgedMessageLeavesNothingButACount() {
        sources.bind(new Shop());
        KontorException refused = assertThrows(KontorException.class, () -> send("forged"));
        assertEquals(WebhooksError.REFUSED, refused.error());
        assertEquals(0, rows());
        assertEquals(1, book.refused(ACCOUNT));
    }

    @Test
    void aPingLeavesNothing() {
        sources.bind(new Shop());
        send("ping");
        assertEquals(0, rows());
        assertEquals(List.of(), published);
    }

    @Test
    void aMessageWaitsForItsModuleAndThenIsToldToComeAgain() {
        KontorException away = assertThrows(KontorException.class, () -> send("key-1 hello"));
        assertEquals(WebhooksError.AWAY, away.error());
        Thread later = new Thread(() -> sources.bind(new Shop()));
        later.start();
        send("key-2 hello");
        assertEquals(1, rows());
    }

    @Test
    void aClosedAddressIsUnknown() {
        book.close(ACCOUNT);
        KontorException unknown = assertThrows(KontorException.class, () -> intake.address(ACCOUNT));
        assertEquals(WebhooksError.ADDRESS_UNKNOWN, unknown.error());
    }

    @Test
    void onlyProcessedMessagesAreForgotten() {
        sources.bind(new Shop());
        send("key-1 hello");
        send("key-2 hello");
        process((WebhookReceived) published.get(0));
        Instant later = clock.instant().plus(Duration.ofDays(31));
        assertEquals(1, inbox.forget(database.workspace(), later, 100));
        assertEquals(1, rows());
    }

    @Test
    void aLongKeyIsTheSameEveryTime() {
        sources.bind(new Shop());
        send("key-" + "x".repeat(500) + " hello");
        send("key-" + "x".repeat(500) + " hello");
        assertEquals(1, rows());
        assertTrue(published.size() == 1);
    }

    /** Believes what begins with a key. */
    private final class Shop implements WebhookSource {
        @Override
        public String kind() {
            return "shop";
        }

        @Override
        public Verdict verify(WebhookRequest request) {
            String body = new String(request.body(), StandardCharsets.UTF_8);
            if (body.equals("ping")) {
                return new Verdict.Ignored();
            }
            return body.startsWith("key-")
                    ? new Verdict.Accepted(body.split(" ")[0], "order.created", new UUID(1, 1))
                    : new Verdict.Rejected("no key");
        }

        @Override
        public void process(StoredWebhook message) {
            processed.add(message);
        }
    }

    private static final class NoJobs implements Jobs {
        @Override
        public void plan(String job, String key, Instant due, Object data) {}

        @Override
        public void cancel(String job, String key) {}
    }

    private static BundleContext bundle() {
        ClassLoader loader = WebhookIntakeTest.class.getClassLoader();
        Object registration = Proxy.newProxyInstance(
                loader, new Class<?>[] {ServiceRegistration.class}, (proxy, method, arguments) -> null);
        return (BundleContext) Proxy.newProxyInstance(
                loader, new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> registration);
    }

    private static DoorConfig config(Duration hold) {
        return new DoorConfig() {
            @Override
            public int maxBodyBytes() {
                return 1000;
            }

            @Override
            public int holdSeconds() {
                return (int) hold.toSeconds();
            }

            @Override
            public int heldAtOnce() {
                return 2;
            }

            @Override
            public int retentionDays() {
                return 30;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return DoorConfig.class;
            }
        };
    }
}
