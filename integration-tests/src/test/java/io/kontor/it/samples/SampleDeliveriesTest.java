package io.kontor.it.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleDeliveriesTest {
    private SampleDeliveries samples;

    @BeforeEach
    void find() throws Exception {
        Optional<SampleDeliveries> found = SampleDeliveries.find();
        assumeTrue(found.isPresent(), "no folder shared/samples/woocommerce beside the checkout: skipped");
        samples = found.orElseThrow();
    }

    @Test
    void everyDeliveryButAPingIsSigned() {
        for (SampleDelivery delivery : samples.signed()) {
            assertEquals(
                    delivery.topic().isPresent(),
                    delivery.isSignedWith(SampleDeliveries.SIGNED_SECRET),
                    delivery.name());
        }
        for (SampleDelivery delivery : samples.live()) {
            assertEquals(
                    delivery.topic().isPresent(), delivery.isSignedWith(SampleDeliveries.LIVE_SECRET), delivery.name());
        }
    }

    @Test
    void oneByteBreaksTheSignature() {
        samples.all("other").stream()
                .filter(delivery -> delivery.signature().isPresent())
                .forEach(delivery -> {
                    assertTrue(delivery.isSignedWith("other"), delivery.name());
                    assertFalse(delivery.withOneByteChanged().isSignedWith("other"), delivery.name());
                });
    }

    @Test
    void aRelayedDeliveryCanBeSignedAnew() {
        assertFalse(samples.relayed().isEmpty());
        for (SampleDelivery delivery : samples.relayed()) {
            assertFalse(delivery.isSignedWith("other"), delivery.name());
            assertTrue(delivery.signedWith("other").isSignedWith("other"), delivery.name());
            assertTrue(delivery.topic().isPresent(), delivery.name());
        }
    }

    @Test
    void everyKindOfDocumentWasAnsweredOverRest() {
        for (String resource : List.of("order", "product", "customer")) {
            assertFalse(samples.answered(resource).isEmpty(), resource);
        }
    }

    @Test
    void aPingIsAFormAndNothingElse() {
        SampleDelivery ping = samples.signed().get(0);
        assertTrue(ping.topic().isEmpty());
        assertEquals("webhook_id=5", new String(ping.body(), StandardCharsets.UTF_8));
        assertEquals(
                "application/x-www-form-urlencoded", ping.header("content-type").orElse(""));
    }

    @Test
    void aShopHoldsTheNewestVersionOfEachOrder() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            samples.loadInto(shop);
            assertFalse(samples.newest("order").isEmpty());
            for (JsonNode order : samples.newest("order")) {
                assertEquals(order, shop.order(order.path("id").asLong()).orElseThrow());
            }
            assertEquals(samples.newest("order").size(), shop.truth().orders());
        }
    }
}
