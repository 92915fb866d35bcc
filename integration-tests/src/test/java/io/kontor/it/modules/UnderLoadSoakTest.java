package io.kontor.it.modules;

import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.SoakReport;
import io.kontor.it.story.ShopBeside;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link UnderLoadTest}, for a minute; what was measured is left in {@code soak.txt}. */
@Tag("soak")
class UnderLoadSoakTest {
    private static final int SECONDS = Integer.getInteger("kontor.load.seconds", 60);
    private static final int UPDATES = Integer.getInteger("kontor.load.updates", 10);
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void nobodyElseNoticesTenUpdatesAndTwoRemovals() throws Exception {
        UnderLoad load = new UnderLoad(SHOP, kontor, Duration.ofSeconds(SECONDS), UPDATES, 2);
        try {
            load.happens();
        } finally {
            SoakReport.add("pipeline and woocommerce updated " + UPDATES + " times each under load", load.figures());
        }
    }
}
