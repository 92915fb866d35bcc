package io.kontor.woocommerce.internal;

import io.kontor.connector.conformance.PlayedShop;
import io.kontor.connector.conformance.ShopConnectorConformance;

/** WooCommerce bears what every connector has to bear. */
class WooConformanceTest extends ShopConnectorConformance {

    @Override
    protected PlayedShop openShop() {
        return new PlayedWoo();
    }
}
