package io.kontor.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.catalog.ReceivedProduct.Nature;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UnitPrice;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.PlayedRemoval;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.TableCounts;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "catalog")
class DemoRowsTest {
    private static final SourceAccountId DEMO = new SourceAccountId(SequentialIds.of(0xDE));
    private static final SourceAccountId SHOP = new SourceAccountId(SequentialIds.of(0xA1));

    private final TestDatabase database;
    private final CatalogService catalog;
    private final DemoRows demo;

    DemoRowsTest(TestDatabase database) {
        this.database = database;
        RecordingEvents events = new RecordingEvents();
        SqlCatalogStore store = new SqlCatalogStore(database.store("catalog"));
        CatalogNews news = new CatalogNews(events, new RecordingAuditLog());
        ListingIntake intake = new ListingIntake(store, news, new OneSeller(), new SequentialIds(), new TestClock());
        catalog = new CatalogService(database.transactions(), store, intake, news, new AllRows());
        demo = new DemoRows(new DemoListingStore(database.store("catalog")), events);
    }

    @Test
    void everythingOfTheDemoGoesAndNothingElse() {
        listed(SHOP, "1", "TEA");
        Map<String, Long> before = counts();
        for (int number = 1; number <= 120; number++) {
            listed(DEMO, "" + number, number == 1 ? "TEA" : "D" + number);
        }

        assertEquals(List.of(50, 50, 20), removal());

        assertEquals(before, counts());
    }

    @Test
    void aProductThatIsListedElsewhereOrThatAPersonNamedStays() {
        ProductId joined = listed(DEMO, "1", "TEA");
        ProductId own = listed(SHOP, "1", "TEA");
        catalog.decide(joined, own, LinkProposal.Decision.CONFIRMED);
        ProductId named = listed(DEMO, "2", "CUP");
        catalog.edit(
                named,
                facts -> new Product.Facts("Our cup", facts.sku(), Nature.GOODS, Product.TaxCategory.REDUCED),
                1);

        assertEquals(List.of(2), removal());

        assertEquals(1, catalog.detail(joined).listings().size());
        assertEquals("Our cup", catalog.detail(named).product().name());
        assertEquals(List.of(), catalog.detail(named).listings());
    }

    private ProductId listed(SourceAccountId account, String id, String sku) {
        return catalog.receive(new ReceivedProduct(
                new ExternalId(account, "product", id),
                Optional.empty(),
                "Product " + id,
                Optional.of(sku),
                Nature.GOODS,
                Optional.of(new UnitPrice(new BigDecimal("9.9"), Currency.getInstance("EUR"))),
                "publish",
                Optional.empty(),
                TestClock.MONDAY));
    }

    private List<Integer> removal() {
        return PlayedRemoval.of(demo, DEMO, database.transactions());
    }

    private Map<String, Long> counts() {
        return TableCounts.of(database.store("catalog").sql(), "catalog");
    }
}
