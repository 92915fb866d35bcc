package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.DeliveryVerdict;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopDelivery;
import io.kontor.connector.ShopRecord;
import io.kontor.connector.ShopResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Messages of the shop. The signature is the Base64 of the HMAC-SHA256 of the raw body; the headers are not signed, so
 * nothing that only a header says is believed without asking the shop.
 */
final class WooWebhook {

    private static final String TOPIC = "x-wc-webhook-topic";
    private static final Pattern PING = Pattern.compile("webhook_id=\\d{1,20}");
    private static final int LONGEST_PING = 40;

    private final WooJson json;

    WooWebhook(WooJson json) {
        this.json = json;
    }

    DeliveryVerdict verify(ShopDelivery delivery, String secret) {
        if (isPing(delivery)) {
            return new DeliveryVerdict.Ping();
        }
        Optional<String> signature = delivery.header("x-wc-webhook-signature");
        if (signature.isEmpty()) {
            return new DeliveryVerdict.Forged("it has no signature");
        }
        if (secret.isEmpty() || !matches(signature.get(), HmacSha256.of(delivery.body(), secret))) {
            return new DeliveryVerdict.Forged("its signature belongs to another body or secret");
        }
        String topic = delivery.header(TOPIC).orElse("");
        String digest = WooMapper.digest(delivery.body());
        String key = delivery.header("x-wc-webhook-delivery-id").orElse(topic + " " + digest);
        String id = json.id(delivery.body()).orElse(digest);
        return new DeliveryVerdict.Genuine(key, topic, resource(topic).word() + " " + id);
    }

    /** The shop's unsigned ping, exactly: anything more is a message and needs a signature. */
    private static boolean isPing(ShopDelivery delivery) {
        boolean form = delivery.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        return form
                && delivery.header(TOPIC).isEmpty()
                && delivery.body().length <= LONGEST_PING
                && PING.matcher(new String(delivery.body(), StandardCharsets.US_ASCII))
                        .matches();
    }

    private static boolean matches(String signature, byte[] expected) {
        try {
            return MessageDigest.isEqual(Base64.getDecoder().decode(signature.strip()), expected);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ShopResource resource(String topic) {
        return switch (topic.split("\\.", 2)[0]) {
            case "order" -> ShopResource.ORDER;
            case "product" -> ShopResource.PRODUCT;
            case "customer" -> ShopResource.CUSTOMER;
            default -> ShopResource.OTHER;
        };
    }

    List<ShopChange> read(ShopDelivery delivery, WooMapper mapper) {
        String topic = delivery.topic().or(() -> delivery.header(TOPIC)).orElse("");
        ShopResource resource = resource(topic);
        if (resource == ShopResource.OTHER) {
            return List.of(new ShopChange.Nothing("messages about " + topic + " do not concern us"));
        }
        try {
            List<ShopChange> changes = new ArrayList<>();
            for (JsonNode document : WooJson.documents(json.read(delivery.body()))) {
                changes.add(
                        topic.endsWith(".deleted") ? removed(resource, document) : change(resource, document, mapper));
            }
            return changes;
        } catch (Unreadable e) {
            return List.of(new ShopChange.Rejected(
                    WooMapper.rejected(resource, Optional.empty(), e.getMessage(), delivery.body())));
        }
    }

    private ShopChange removed(ShopResource resource, JsonNode document) {
        Optional<String> id = new WooFields(document, java.time.ZoneOffset.UTC).id("id");
        return id.<ShopChange>map(known -> new ShopChange.Removed(resource, known))
                .orElseGet(() -> new ShopChange.Rejected(WooMapper.rejected(
                        resource, id, "the document does not say what was deleted", json.write(document))));
    }

    ShopChange change(ShopResource resource, JsonNode document, WooMapper mapper) {
        return switch (resource) {
            case ORDER ->
                WooStatus.isDraft(document.path("status").asText())
                        ? new ShopChange.Nothing("the order is only a draft")
                        : fold(mapper.order(document), ShopChange.OrderChange::new);
            case PRODUCT ->
                fold(mapper.product(document, Optional.empty(), Optional.empty()), ShopChange.ProductChange::new);
            case CUSTOMER -> fold(mapper.customer(document), ShopChange.CustomerChange::new);
            case OTHER -> new ShopChange.Nothing("it does not concern us");
        };
    }

    /** Reads a document that was set aside. */
    ShopChange reread(RejectedDocument document, WooMapper mapper) {
        try {
            return change(document.resource(), json.read(document.original()), mapper);
        } catch (Unreadable e) {
            return new ShopChange.Rejected(WooMapper.rejected(
                    document.resource(), Optional.of(document.externalId()), e.getMessage(), document.original()));
        }
    }

    private static <T> ShopChange fold(ShopRecord<T> record, Function<T, ShopChange> change) {
        return record.fold(change, ShopChange.Rejected::new);
    }
}
