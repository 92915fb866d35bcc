package io.kontor.it.story;

import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.SoakReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link FirstImportTest}, with the past of a grown shop; what was measured is left in {@code soak.txt}. */
@Tag("soak")
class FirstImportSoakTest {
    private static final int ORDERS = Integer.getInteger("kontor.import.orders", 10_000);
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void aGrownShopComesInWhole() throws Exception {
        FirstImport imported = new FirstImport(SHOP, kontor, ORDERS);
        try {
            imported.happens();
        } finally {
            SoakReport.add("first import of " + ORDERS + " orders", imported.figures());
        }
    }
}
