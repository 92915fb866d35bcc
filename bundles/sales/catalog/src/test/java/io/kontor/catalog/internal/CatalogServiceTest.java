package io.kontor.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.catalog.CatalogError;
import io.kontor.catalog.CatalogEvent;
import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.catalog.ReceivedProduct.Nature;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UnitPrice;
import io.kontor.store.Sql;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.QueryPlan;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "catalog")
class CatalogServiceTest {
    private static final SourceAccountId SHOP = new SourceAccountId(SequentialIds.of(0xA1));
    private static final SourceAccountId OTHER_SHOP = new SourceAccountId(SequentialIds.of(0xA2));
    private static final Instant THEN = TestClock.MONDAY;
    private static final Instant LATER = THEN.plusSeconds(60);

    private final RecordingEvents events = new RecordingEvents();
    private final TestDatabase database;
    private final CatalogService catalog;

    CatalogServiceTest(TestDatabase database) {
        this.database = database;
        SqlCatalogStore store = new SqlCatalogStore(database.store("catalog"));
        CatalogNews news = new CatalogNews(events, new RecordingAuditLog());
        ListingIntake intake = new ListingIntake(store, news, new OneSeller(), new SequentialIds(), new TestClock());
        catalog = new CatalogService(database.transactions(), store, intake, news, new AllRows());
    }

    @Test
    void theFirstListingMakesTheProduct() {
        ProductId id = catalog.receive(listing(SHOP, "7", "Green tea", Optional.of("TEA"), "9.9", THEN));

        CatalogService.Detail detail = catalog.detail(id);
        assertEquals("Green tea", detail.product().name());
        assertEquals(OneSeller.ENTITY.id(), detail.product().legalEntity());
        assertEquals(
                new BigDecimal("9.900000"),
                detail.listings().get(0).price().orElseThrow().amount());
        assertEquals(Optional.of(id), catalog.listed(external(SHOP, "7")));
        assertEquals(1, events.published(CatalogEvent.Added.class).size());
    }

    @Test
    void aNewerListingRenamesTheProductAndAnOlderOneDoesNot() {
        ProductId id = catalog.receive(listing(SHOP, "7", "Tea", Optional.empty(), "9.9", THEN));
        catalog.receive(listing(SHOP, "7", "Green tea", Optional.empty(), "8", LATER));
        catalog.receive(listing(SHOP, "7", "Tea", Optional.empty(), "9.9", THEN));

        assertEquals("Green tea", catalog.detail(id).product().name());
    }

    @Test
    void theSameListingAgainChangesNothing() {
        ProductId id = catalog.receive(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.9", THEN));
        events.forget();
        catalog.receive(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.9", THEN));

        assertEquals(List.of(), events.published());
        assertEquals(1, catalog.detail(id).product().version());
    }

    @Test
    void anotherContentOfTheSameMomentIsAmbiguous() {
        catalog.receive(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.9", THEN));

        assertTrue(catalog.ambiguous(listing(SHOP, "7", "Tea", Optional.of("TEA"), "8", THEN)));
        assertFalse(catalog.ambiguous(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.90", THEN)));
        assertFalse(catalog.ambiguous(listing(SHOP, "7", "Tea", Optional.of("TEA"), "8", LATER)));
        assertFalse(catalog.ambiguous(listing(SHOP, "8", "Tea", Optional.of("TEA"), "8", THEN)));
    }

    @Test
    void whatAPersonNamedKeepsItsName() {
        ProductId id = catalog.receive(listing(SHOP, "7", "Tea", Optional.empty(), "9.9", THEN));
        catalog.edit(
                id, facts -> new Product.Facts("Our tea", facts.sku(), Nature.GOODS, Product.TaxCategory.REDUCED), 1);
        catalog.receive(listing(SHOP, "7", "Green tea", Optional.empty(), "9.9", LATER));

        CatalogService.Detail detail = catalog.detail(id);
        assertEquals("Our tea", detail.product().name());
        assertEquals("Green tea", detail.listings().get(0).name());
    }

    @Test
    void anEditOfAnOlderVersionIsRefused() {
        ProductId id = catalog.receive(listing(SHOP, "7", "Tea", Optional.empty(), "9.9", THEN));

        KontorException stale = assertThrows(KontorException.class, () -> catalog.edit(id, facts -> facts, 9));
        assertEquals(KernelError.STALE, stale.error());
    }

    @Test
    void equalArticleNumbersOfTwoShopsOnlyProposeALink() {
        ProductId one = catalog.receive(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.9", THEN));
        ProductId other = catalog.receive(listing(OTHER_SHOP, "1", "Tee", Optional.of("TEA"), "8", THEN));

        assertFalse(one.equals(other));
        assertEquals("Tea", catalog.detail(one).product().name());
        assertEquals(1, catalog.detail(one).proposals().size());
        assertEquals(1, catalog.detail(other).proposals().size());
    }

    @Test
    void aConfirmedLinkJoinsTheListingsUnderTheOlderProduct() {
        ProductId one = catalog.receive(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.9", THEN));
        ProductId other = catalog.receive(listing(OTHER_SHOP, "1", "Tee", Optional.of("TEA"), "8", THEN));
        catalog.decide(one, other, LinkProposal.Decision.CONFIRMED);
        catalog.receive(listing(OTHER_SHOP, "1", "Grüner Tee", Optional.of("TEA"), "8", LATER));

        assertEquals(2, catalog.detail(one).listings().size());
        assertEquals("Tea", catalog.detail(one).product().name());
        assertEquals(Optional.of(one), catalog.detail(other).product().linkedTo());
        assertEquals(List.of("Tea"), names(any()));
    }

    @Test
    void aDecisionIsMadeOnce() {
        ProductId one = catalog.receive(listing(SHOP, "7", "Tea", Optional.of("TEA"), "9.9", THEN));
        ProductId other = catalog.receive(listing(OTHER_SHOP, "1", "Tee", Optional.of("TEA"), "8", THEN));
        catalog.decide(one, other, LinkProposal.Decision.REJECTED);

        KontorException refused =
                assertThrows(KontorException.class, () -> catalog.decide(one, other, LinkProposal.Decision.CONFIRMED));
        assertEquals(CatalogError.PROPOSAL_NOT_FOUND, refused.error());
        assertEquals(List.of(), catalog.detail(one).proposals());
    }

    @Test
    void aDelistedProductStays() {
        ProductId id = catalog.receive(listing(SHOP, "7", "Tea", Optional.empty(), "9.9", THEN));
        catalog.delisted(external(SHOP, "7"));
        catalog.delisted(external(SHOP, "unknown"));

        assertTrue(catalog.detail(id).listings().get(0).delisted());
    }

    @Test
    void theListGoesByNameWithoutGapsAndRepeats() {
        for (int number = 30; number > 0; number--) {
            catalog.receive(
                    listing(SHOP, "" + number, "Tea " + (char) ('A' + number % 7), Optional.empty(), "1", THEN));
        }
        List<String> read = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            var page = catalog.page(any(), new PageRequest(cursor, 4));
            page.items().forEach(listed -> read.add(listed.product().name()));
            cursor = page.next().map(Cursor::decode);
        } while (cursor.isPresent());

        assertEquals(30, read.size());
        assertEquals(read.stream().sorted().toList(), read);
    }

    @Test
    void theListIsReadThroughTheIndexOfNames() {
        for (int number = 0; number < 200; number++) {
            catalog.receive(listing(SHOP, "" + number, "Tea " + number, Optional.of("T" + number), "1", THEN));
        }
        Sql sql = database.store("catalog").sql();
        sql.list("analyze table catalog_product", row -> row.string("Msg_text"));

        assertEquals(List.of("catalog_product_name"), plan(sql, "Tea 12", null).indexes());
        assertFalse(plan(sql, "Tea 12", null).sorts());
        assertEquals(List.of("catalog_product_sku"), plan(sql, "", "T7").indexes());
    }

    private static QueryPlan plan(Sql sql, String prefix, String sku) {
        return QueryPlan.of(
                sql,
                CatalogSql.PAGE,
                Sql.beginsWith(prefix),
                sku,
                sku,
                null,
                null,
                null,
                null,
                prefix,
                prefix,
                new UUID(0, 0),
                51);
    }

    private List<String> names(CatalogFilter filter) {
        return catalog.page(filter, PageRequest.first(50)).items().stream()
                .map(listed -> listed.product().name())
                .toList();
    }

    private static CatalogFilter any() {
        return new CatalogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ExternalId external(SourceAccountId shop, String id) {
        return new ExternalId(shop, "product", id);
    }

    private static ReceivedProduct listing(
            SourceAccountId shop, String id, String name, Optional<String> sku, String price, Instant changedAt) {
        return new ReceivedProduct(
                external(shop, id),
                Optional.empty(),
                name,
                sku,
                Nature.GOODS,
                Optional.of(new UnitPrice(new BigDecimal(price), Currency.getInstance("EUR"))),
                "publish",
                Optional.of(new BigDecimal("3")),
                changedAt);
    }
}
