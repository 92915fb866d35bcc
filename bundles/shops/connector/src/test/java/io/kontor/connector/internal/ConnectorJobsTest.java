package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.access.User;
import io.kontor.access.UserEvent.Left;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ConnectorEvent;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.ReceivedEvent;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.FaultKind;
import io.kontor.fake.woocommerce.FaultRule;
import io.kontor.fake.woocommerce.HistoryPlan;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.fake.woocommerce.Truth;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.order.ReceivedOrder;
import io.kontor.store.ModuleStopped;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.webhooks.StoredWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "connector")
class ConnectorJobsTest {

    private final TestDatabase database;
    private FakeWooCommerce shop;
    private Stand stand;

    ConnectorJobsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws IOException {
        shop = FakeWooCommerce.start(ShopConfig.local());
        stand = new Stand(database, List.of(shop.url().substring("http://".length())));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theShopsOfWhoLeavesGoToTheHeir() throws Exception {
        UserId bob = new UserId(UUID.randomUUID());
        stand.users.add(new User(bob, "Bob", "bob@x.example", Role.SALES_MANAGER, true));
        Account account = stand.connect(shop);
        Left bobComes = new Left(FakeUsers.PROPRIETOR.id(), bob);
        stand.ownerLeft.handle(new ReceivedEvent(
                1,
                bobComes.name(),
                bobComes.schema(),
                bobComes.subject(),
                Clock.systemUTC().instant(),
                Json.mapper().writeValueAsString(bobComes)));
        assertEquals(bob, stand.service.require(account.id()).owner());
    }

    private long order() {
        long product = shop.addProduct(ProductDraft.of("Tea", "TEA", "9.90"));
        return shop.placeOrder(OrderDraft.guest(Address.of("Ada", "Byron", "ada@example.com", "", "DE"))
                .item(product, 1));
    }

    @Test
    void anImportThatIsKilledGoesOnAndEndsExactly() {
        Truth truth = shop.history(HistoryPlan.of(330, 90, Clock.systemUTC().instant()));
        SourceAccountId id = stand.connect(shop).id();
        TestRun killed = new TestRun(stand.planned(id), 4);
        stand.importJob.run(killed);
        ImportProgress halfway = (ImportProgress) killed.last();
        assertTrue(halfway.phase() != ImportProgress.Phase.DONE);
        TestRun resumed = new TestRun(halfway);
        stand.importJob.run(resumed);
        ImportProgress progress = stand.progresses.find(id).orElseThrow();
        assertEquals(resumed.last(), progress);
        assertEquals(ImportProgress.Phase.DONE, progress.phase());
        assertEquals(truth.orders(), progress.orders().done());
        assertEquals(truth.orders(), progress.orders().total().orElseThrow());
        assertEquals(truth.orders(), stand.orders.kept.size());
        assertEquals(truth.people(), stand.identities.customers().size());
        assertTrue(stand.orders.kept.values().stream().allMatch(ReceivedOrder::history));
        assertFalse(stand.catalog.kept.isEmpty());
        assertSumsEqual(truth);
    }

    private void assertSumsEqual(Truth truth) {
        truth.sums()
                .forEach((currency, states) -> states.forEach((state, sum) -> {
                    List<ReceivedOrder> same = stand.orders.kept.values().stream()
                            .filter(order ->
                                    order.total().currency().getCurrencyCode().equals(currency))
                            .filter(order -> order.foreignState().equals(state))
                            .toList();
                    assertEquals(sum.orders(), same.size(), currency + " " + state);
                    assertEquals(
                            0,
                            sum.total()
                                    .compareTo(same.stream()
                                            .map(order -> order.total().amount())
                                            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)));
                    assertEquals(
                            0,
                            sum.refunded()
                                    .compareTo(same.stream()
                                            .map(order -> order.refunded().amount())
                                            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)));
                }));
    }

    @Test
    void customersOfTheShopWhoShareABillingAddressStayApart() {
        long product = shop.addProduct(ProductDraft.of("Tea", "TEA", "9.90"));
        Address office = Address.of("Ada", "Byron", "office@example.com", "", "DE");
        long ada = shop.addCustomer(Address.of("Ada", "Byron", "ada@example.com", "", "DE"));
        long bob = shop.addCustomer(Address.of("Bob", "Babbage", "bob@example.com", "", "DE"));
        for (long buyer : List.of(ada, bob)) {
            shop.placeOrder(OrderDraft.by(buyer).billedTo(office).item(product, 1));
        }
        SourceAccountId id = stand.connect(shop).id();
        stand.importJob.run(new TestRun(stand.planned(id)));
        assertEquals(2, stand.orders.customers().size());
        assertEquals(2, stand.identities.customers().size());
    }

    @Test
    void aGuestWithTheAddressOfAnAccountIsTheAccountsOwnerWhoeverComesFirst() {
        order();
        long product = shop.addProduct(ProductDraft.of("Tea", "TEA", "9.90"));
        Address home = Address.of("Ada", "Byron", "Ada@example.com", "", "DE");
        long ada = shop.addCustomer(home);
        shop.placeOrder(OrderDraft.by(ada)
                .billedTo(Address.of("Ada", "Byron", "office@example.com", "", "DE"))
                .item(product, 1));
        SourceAccountId id = stand.connect(shop).id();
        stand.importJob.run(new TestRun(stand.planned(id)));
        assertEquals(1, stand.orders.customers().size());
        assertEquals(1, stand.identities.customers().size());
    }

    @Test
    void theNewestOrdersComeBeforeEverythingElse() {
        shop.history(HistoryPlan.of(150, 20, Clock.systemUTC().instant()));
        long today = order();
        SourceAccountId id = stand.connect(shop).id();
        stand.importJob.run(new TestRun(stand.planned(id), 1));
        assertTrue(stand.orders.kept.containsKey(Long.toString(today)));
        assertEquals(100, stand.orders.kept.size());
    }

    @Test
    void aShopThatRefusesTheKeysIsNotKept() {
        KontorException refused = assertThrows(KontorException.class, () -> stand.connect(shop, "cs_wrong"));
        assertEquals(ConnectorError.KEYS_REFUSED, refused.error());
        assertEquals(List.of(), stand.service.all());
        assertEquals(List.of(), stand.jobs.plans());
    }

    @Test
    void aShopInsideTheHouseIsRefusedUnlessTheOperatorAllowedIt() {
        Stand strict = new Stand(database, List.of());
        KontorException refused = assertThrows(KontorException.class, () -> strict.connect(shop));
        assertEquals(ConnectorError.ADDRESS_FORBIDDEN, refused.error());
    }

    @Test
    void theSweepBringsInWhatNoMessageTold() {
        SourceAccountId id = stand.connect(shop).id();
        long order = order();
        stand.sweep(id);
        assertEquals("pending", state(order));
        shop.clock().advance(Duration.ofSeconds(1));
        shop.pay(order);
        stand.sweep(id);
        assertEquals("processing", state(order));
        assertFalse(stand.orders.kept.get(Long.toString(order)).history());
        assertEquals(Account.Reach.SWEEP, stand.service.require(id).reach());
        assertTrue(stand.service.require(id).reachReason().isPresent());
    }

    private String state(long order) {
        return stand.orders.kept.get(Long.toString(order)).foreignState();
    }

    @Test
    void oneOrderThatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        SourceAccountId id = stand.connect(shop).id();
        long good = order();
        long bad = order();
        ObjectNode broken = (ObjectNode) shop.order(bad).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(good)));
        DeadLetter letter =
                stand.letterService.page(id, PageRequest.first(10)).items().get(0);
        assertEquals("The currency ??? is not in ISO 4217", letter.reason());
        assertThrows(KontorException.class, () -> stand.letterService.retry(id, letter.id()));
        broken.put("currency", "EUR");
        shop.loadOrder(broken);
        stand.letterService.retry(id, letter.id());
        assertTrue(stand.orders.kept.containsKey(Long.toString(bad)));
        assertEquals(0, stand.letterService.count(id, 10));
    }

    @Test
    void pagesAreToldWhenADocumentIsSetAsideAndWhenItIsGivenUp() {
        SourceAccountId id = stand.connect(shop).id();
        ObjectNode broken = (ObjectNode) shop.order(order()).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);

        stand.events.forget();
        stand.sweep(id);
        assertTrue(stand.events.published().contains(new ConnectorEvent.ProgressChanged(id)));

        stand.events.forget();
        stand.letterService.discard(
                id,
                stand.letterService
                        .page(id, PageRequest.first(10))
                        .items()
                        .get(0)
                        .id());
        assertEquals(List.of(new ConnectorEvent.ProgressChanged(id)), stand.events.published());
    }

    @Test
    void aDocumentThatWasGivenUpByMistakeWaitsAgainAndPagesAreTold() {
        SourceAccountId id = stand.connect(shop).id();
        ObjectNode broken = (ObjectNode) shop.order(order()).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);
        stand.sweep(id);
        DeadLetter letter =
                stand.letterService.page(id, PageRequest.first(10)).items().get(0);
        assertThrows(KontorException.class, () -> stand.letterService.restore(id, letter.id()));
        stand.letterService.discard(id, letter.id());
        stand.events.forget();
        stand.letterService.restore(id, letter.id());
        assertEquals(
                List.of(letter),
                stand.letterService.page(id, PageRequest.first(10)).items());
        assertEquals(List.of(new ConnectorEvent.ProgressChanged(id)), stand.events.published());
    }

    @Test
    void aDocumentThatWasGivenUpComesBackOnlyWhenItHasChanged() {
        SourceAccountId id = stand.connect(shop).id();
        long bad = order();
        ObjectNode broken = (ObjectNode) shop.order(bad).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);
        stand.sweep(id);
        DeadLetter letter =
                stand.letterService.page(id, PageRequest.first(10)).items().get(0);
        stand.letterService.discard(id, letter.id());
        stand.sweep(id);
        assertEquals(0, stand.letterService.count(id, 10));
        assertThrows(KontorException.class, () -> stand.letterService.retry(id, letter.id()));
        broken.put("total", "1.00");
        shop.loadOrder(broken);
        stand.sweep(id);
        assertEquals(1, stand.letterService.count(id, 10));
        broken.put("currency", "EUR");
        shop.loadOrder(broken);
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(bad)));
        assertEquals(0, stand.letterService.count(id, 10));
    }

    @Test
    void anOrderThatCannotBeStoredDoesNotTakeItsPageWithIt() {
        SourceAccountId id = stand.connect(shop).id();
        long bad = order();
        ObjectNode cursed = (ObjectNode) shop.order(bad).orElseThrow();
        cursed.put("number", "666");
        shop.loadOrder(cursed);
        long good = order();
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(good)));
        assertEquals(1, stand.letterService.count(id, 10));
    }

    @Test
    void aModuleThatStopsMeanwhileSetsNothingAside() {
        SourceAccountId id = stand.connect(shop).id();
        long order = order();
        stand.orders.stopped = true;
        assertThrows(ModuleStopped.class, () -> stand.sweep(id));
        assertEquals(0, stand.letterService.count(id, 10));
        stand.orders.stopped = false;
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(order)));
    }

    @Test
    void messagesThatComeInAnyOrderLeaveTheNewestVersion() {
        Account account = stand.connect(shop);
        long order = order();
        byte[] pending = body(order);
        shop.clock().advance(Duration.ofSeconds(5));
        shop.pay(order);
        byte[] paid = body(order);
        deliver(account, "order.updated", paid);
        deliver(account, "order.created", pending);
        deliver(account, "order.updated", paid);
        assertEquals("processing", state(order));
    }

    private byte[] body(long order) {
        return shop.order(order).orElseThrow().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void deliver(Account account, String topic, byte[] body) {
        StoredWebhook message = new StoredWebhook(
                UUID.randomUUID(),
                account.id().value(),
                topic,
                body,
                Clock.systemUTC().instant());
        stand.transactions.run(() -> stand.deliveries.process(stand.connector, message));
    }

    @Test
    void twoVersionsOfOneSecondAreSettledByTheShop() {
        Account account = stand.connect(shop);
        long order = order();
        ObjectNode other = (ObjectNode) shop.order(order).orElseThrow();
        deliver(account, "order.updated", body(order));
        deliver(
                account,
                "order.updated",
                other.put("status", "on-hold").toString().getBytes(StandardCharsets.UTF_8));
        assertEquals("pending", state(order));
        assertTrue(stand.jobs.plans().stream().anyMatch(plan -> plan.job().equals(RefetchJob.JOB)));
        shop.loadOrder(other);
        stand.refetch();
        assertEquals("on-hold", state(order));
    }

    @Test
    void aDeletionIsBelievedOnlyWhenTheShopConfirmsIt() {
        Account account = stand.connect(shop);
        long kept = order();
        long gone = order();
        deliver(account, "order.created", body(kept));
        deliver(account, "order.created", body(gone));
        shop.deleteOrder(gone);
        for (long id : List.of(kept, gone)) {
            deliver(account, "order.deleted", ("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8));
        }
        stand.refetch();
        assertEquals(java.util.Set.of(Long.toString(gone)), stand.orders.deleted);
    }

    @Test
    void aShopWithAFaultIsAskedAgainAndItsFailureIsShownUntilItIsWell() {
        SourceAccountId id = stand.connect(shop).id();
        long order = order();
        shop.faults().add(FaultRule.status(503).times(2));
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(order)));
        shop.faults().add(FaultRule.of(FaultKind.RESET));
        assertThrows(KontorException.class, () -> stand.sweep(id));
        assertTrue(stand.service.require(id).failure().orElseThrow().words().contains("does not answer"));
        shop.faults().clear();
        stand.sweep(id);
        assertTrue(stand.service.require(id).failure().isEmpty());
    }

    @Test
    void aDisconnectedShopForgetsItsKeysAndIsRevivedAsTheSameAccount() {
        Account account = stand.connect(shop);
        assertEquals(account, stand.connect(shop));
        stand.service.disconnect(account.id());
        assertEquals(Map.of(), stand.vault.open(account.id()));
        assertEquals(List.of(), stand.service.all());
        Account again = stand.connect(shop);
        assertEquals(account.id(), again.id());
        assertEquals(account.connectedAt(), again.connectedAt());
    }
}
