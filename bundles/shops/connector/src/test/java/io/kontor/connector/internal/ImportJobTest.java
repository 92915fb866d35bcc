package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.HistoryPlan;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.fake.woocommerce.Truth;
import io.kontor.order.ReceivedOrder;
import io.kontor.testkit.PlayedRun;
import io.kontor.testkit.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportJobTest extends ShopStory {

    ImportJobTest(TestDatabase database) {
        super(database);
    }

    @Test
    void anImportThatIsKilledGoesOnAndEndsExactly() {
        Truth truth = shop.history(HistoryPlan.of(330, 90, Clock.systemUTC().instant()));
        SourceAccountId id = stand.connect(shop).id();
        PlayedRun killed = new PlayedRun(stand.planned(id), 4);
        stand.importJob.run(killed);
        ImportProgress halfway = killed.data(ImportProgress.class);
        assertTrue(halfway.phase() != ImportProgress.Phase.DONE);
        PlayedRun resumed = new PlayedRun(halfway);
        stand.importJob.run(resumed);
        ImportProgress progress = stand.progresses.find(id).orElseThrow();
        assertEquals(resumed.data(ImportProgress.class), progress);
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
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
                    assertEquals(
                            0,
                            sum.refunded()
                                    .compareTo(same.stream()
                                            .map(order -> order.refunded().amount())
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
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
        stand.importJob.run(new PlayedRun(stand.planned(id)));
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
        stand.importJob.run(new PlayedRun(stand.planned(id)));
        assertEquals(1, stand.orders.customers().size());
        assertEquals(1, stand.identities.customers().size());
    }

    @Test
    void theNewestOrdersComeBeforeEverythingElse() {
        shop.history(HistoryPlan.of(150, 20, Clock.systemUTC().instant()));
        long today = order();
        SourceAccountId id = stand.connect(shop).id();
        stand.importJob.run(new PlayedRun(stand.planned(id), 1));
        assertTrue(stand.orders.kept.containsKey(Long.toString(today)));
        assertEquals(100, stand.orders.kept.size());
    }
}
