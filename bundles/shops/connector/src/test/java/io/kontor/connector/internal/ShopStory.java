package io.kontor.connector.internal;

import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The module at its stand, and a shop beside it. */
@DatabaseTest(workspace = "connector")
abstract class ShopStory {

    final TestDatabase database;
    FakeWooCommerce shop;
    Stand stand;

    ShopStory(TestDatabase database) {
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

    /** A guest orders tea. */
    final long order() {
        long product = shop.addProduct(ProductDraft.of("Tea", "TEA", "9.90"));
        return shop.placeOrder(OrderDraft.guest(Address.of("Ada", "Byron", "ada@example.com", "", "DE"))
                .item(product, 1));
    }

    /** The state of an order as it came in, in the shop's word. */
    final String state(long order) {
        return stand.orders.kept.get(Long.toString(order)).foreignState();
    }
}
