package io.kontor.it.modules;

import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.story.ShopBeside;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Modules are replaced and removed while people work and a shop sells; the soak does it for longer. */
@Tag("osgi")
class UnderLoadTest {
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void nobodyElseNoticesWhenModulesChange() throws Exception {
        new UnderLoad(SHOP, kontor, Duration.ofSeconds(15), 2, 1).happens();
    }
}
