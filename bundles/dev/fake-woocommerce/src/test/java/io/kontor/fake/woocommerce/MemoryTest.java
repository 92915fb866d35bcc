package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final String WEBHOOK = """
            {"topic":"order.created","delivery_url":"%s","secret":"s3cr3t"}""";

    @Test
    void aShopThatWasClosedOpensAsItWas() throws Exception {
        byte[] memory;
        int port;
        Truth truth;
        long lastOrder;
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            long order = shop.someoneBuys();
            shop.pay(order);
            shop.refund(order, BigDecimal.ONE, "a dent");
            shop.addCustomer(Address.of("Anna", "Weber", "anna@example.com", "+4915123456789", "DE"));
            lastOrder = shop.someoneBuys();
            memory = shop.memory();
            truth = shop.truth();
            port = Integer.parseInt(shop.url().substring(shop.url().lastIndexOf(':') + 1));
        }
        ShopConfig later = ShopConfig.local().at("127.0.0.1", port).seeded(2);
        try (FakeWooCommerce shop = FakeWooCommerce.start(later)) {
            shop.recall(memory);
            assertEquals(truth, shop.truth());
            assertTrue(shop.someoneBuys() > lastOrder);
            assertEquals(truth.orders() + 1, shop.truth().orders());
        }
    }

    @Test
    void itsWebhooksGoOnWithTheirSecretAndOtherDeliveryIds() throws Exception {
        try (Receiver receiver = new Receiver()) {
            byte[] memory;
            try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
                new Caller(shop).call("POST", "webhooks", WEBHOOK.formatted(receiver.url()));
                shop.someoneBuys();
                assertTrue(shop.awaitDeliveries(Duration.ofSeconds(10)));
                memory = shop.memory();
            }
            try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local().seeded(2))) {
                shop.recall(memory);
                shop.someoneBuys();
                assertTrue(shop.awaitDeliveries(Duration.ofSeconds(10)));
            }
            Receiver.Delivery before = receiver.events().get(0);
            Receiver.Delivery after = receiver.events().get(1);
            assertEquals(
                    Signature.webhook(after.body(), "s3cr3t"),
                    after.header("X-WC-Webhook-Signature").orElse(""));
            assertNotEquals(before.header("X-WC-Webhook-Delivery-ID"), after.header("X-WC-Webhook-Delivery-ID"));
        }
    }
}
