package io.kontor.woocommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.DeliveryVerdict;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopDelivery;
import io.kontor.connector.ShopResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every recorded document maps, or is set aside with a reason. */
class SamplesTest {

    private final WooWebhook webhook = new WooWebhook(Documents.JSON);

    @BeforeEach
    void needSamples() {
        assumeTrue(Samples.folder().isPresent(), "the folder of recorded documents is absent");
    }

    @Test
    void everySignedDeliveryIsGenuineAndReadWithoutAnException() {
        int orders = 0;
        for (Path file : Samples.files("signed-deliveries")) {
            orders += deliver(file, "woo-test-secret");
        }
        assertTrue(orders >= 5, "only " + orders + " orders were read");
    }

    @Test
    void everyLiveDeliveryIsGenuineOrAPing() {
        int orders = 0;
        for (Path file : Samples.files("live")) {
            if (file.getFileName().toString().matches("webhook-\\d+\\.txt")) {
                orders += deliver(file, "s3cr3t");
            }
        }
        assertEquals(2, orders);
    }

    @Test
    void everyDeliveryThatARelayRecordedIsMappedOrDoesNotConcernUs() throws IOException {
        for (Path file : Samples.files("webhook-samples-hookdeck")) {
            JsonNode request = Documents.JSON.read(Files.readAllBytes(file));
            String topic = request.path("topic").asText();
            ShopDelivery delivery =
                    new ShopDelivery(Optional.of(topic), Map.of(), Documents.JSON.write(request.path("body")));
            ShopChange change = webhook.read(delivery, Documents.MAPPER).get(0);
            boolean product = topic.startsWith("product.");
            assertEquals(product ? ShopChange.Kind.PRODUCT : ShopChange.Kind.NOTHING, change.kind(), file.toString());
        }
    }

    @Test
    void everyLiveAnswerMaps() throws IOException {
        Map<String, ShopResource> answers = Map.of(
                "orders-list.json", ShopResource.ORDER,
                "customer-create.json", ShopResource.CUSTOMER,
                "product-1.json", ShopResource.PRODUCT);
        for (Path file : Samples.files("live")) {
            ShopResource resource = answers.get(file.getFileName().toString());
            if (resource != null) {
                for (JsonNode document : WooJson.documents(Documents.JSON.read(Files.readAllBytes(file)))) {
                    ShopChange change = webhook.change(resource, document, Documents.MAPPER);
                    assertEquals(resource.name(), change.kind().name(), file.toString());
                }
            }
        }
    }

    private int deliver(Path file, String secret) {
        Samples.Recorded recorded = Samples.Recorded.read(file);
        ShopDelivery delivery = new ShopDelivery(Optional.empty(), recorded.headers(), recorded.body());
        DeliveryVerdict verdict = webhook.verify(delivery, secret);
        if (!recorded.headers().containsKey("x-wc-webhook-topic")) {
            assertInstanceOf(DeliveryVerdict.Ping.class, verdict, file.toString());
            return 0;
        }
        assertInstanceOf(DeliveryVerdict.Genuine.class, verdict, file.toString());
        byte[] changed = recorded.body().clone();
        changed[changed.length / 2] ^= 1;
        assertInstanceOf(
                DeliveryVerdict.Forged.class,
                webhook.verify(new ShopDelivery(Optional.empty(), recorded.headers(), changed), secret),
                file.toString());
        return count(file, webhook.read(delivery, Documents.MAPPER));
    }

    private static int count(Path file, List<ShopChange> changes) {
        assertFalse(changes.isEmpty(), file.toString());
        for (ShopChange change : changes) {
            if (change instanceof ShopChange.Rejected rejected) {
                assertFalse(rejected.document().reason().isBlank(), file.toString());
            }
        }
        return (int) changes.stream()
                .filter(change -> change.kind() == ShopChange.Kind.ORDER)
                .count();
    }

    @Test
    void everyDocumentedAnswerMapsOrIsSetAside() throws IOException {
        for (Path file : Samples.files("rest-docs-v3")) {
            for (JsonNode document : WooJson.documents(Documents.JSON.read(Files.readAllBytes(file)))) {
                for (ShopResource resource : ShopResource.values()) {
                    ShopChange change = webhook.change(resource, document, Documents.MAPPER);
                    boolean named = file.getFileName().toString().contains("___" + resource.word() + "s__");
                    boolean single = document.path("id").isNumber();
                    if (named && single) {
                        assertEquals(resource.word(), change.kind().name().toLowerCase(), file + " " + document);
                    }
                }
            }
        }
    }
}
