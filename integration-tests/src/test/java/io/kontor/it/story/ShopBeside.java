package io.kontor.it.story;

import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.KontorDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** A fake shop on this machine, and a product that is allowed to reach exactly this one. */
public final class ShopBeside {

    private ShopBeside() {}

    public static FakeWooCommerce open() {
        try {
            return FakeWooCommerce.start(ShopConfig.local());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static KontorDistribution product(FakeWooCommerce shop) {
        return beside(shop, KontorDistribution.fresh());
    }

    /** Allows a product to reach the shop. */
    public static KontorDistribution beside(FakeWooCommerce shop, KontorDistribution kontor) {
        return kontor.withSetting(
                "io.kontor.connector.cfg",
                "allowedPrivateTargets = 127.0.0.1:" + URI.create(shop.url()).getPort());
    }
}
