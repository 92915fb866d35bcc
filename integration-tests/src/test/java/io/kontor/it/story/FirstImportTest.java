package io.kontor.it.story;

import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first import survives two deaths of the process and ends with exactly what the shop has. */
@Tag("osgi")
@Tag("side-by-side")
class FirstImportTest {
    private static final int ORDERS = Integer.getInteger("kontor.import.orders", 1_500);
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void itGoesOnByItselfAfterTwoKillsAndEndsWithExactlyWhatTheShopHas() throws Exception {
        new FirstImport(SHOP, kontor, ORDERS).happens();
    }
}
