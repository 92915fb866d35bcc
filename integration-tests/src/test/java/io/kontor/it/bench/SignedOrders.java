package io.kontor.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.story.RunningKontor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Orders as the connected shop would send them: one real document of it with other numbers and buyers, placed now, for
 * what was placed before the shop was connected is history and moves no deal.
 */
final class SignedOrders {

    private static final long FIRST = 1_000_000;
    private static final List<String> DATES = List.of("date_created", "date_modified", "date_paid");
    private static final DateTimeFormatter GMT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHOP =
            GMT.withZone(ShopConfig.local().zone());

    private final ObjectNode document;
    private final byte[] secret;
    private final AtomicLong numbers = new AtomicLong(FIRST);

    /** What is posted to the hook. */
    record Message(Map<String, String> headers, byte[] body) {}

    private SignedOrders(ObjectNode document, byte[] secret) {
        this.document = document;
        this.secret = secret;
    }

    /** Lets the shop sell two things to somebody and takes that order as the pattern. */
    static SignedOrders of(FakeWooCommerce shop, String secret) {
        long teapot = shop.addProduct(ProductDraft.of("Teapot", "TEA-1", "39.90"));
        long cup = shop.addProduct(ProductDraft.of("Cup", "CUP-1", "7.50"));
        long id = shop.placeOrder(OrderDraft.guest(Address.of("Paula", "Pattern", "pattern@buyer.example", "", "DE"))
                .item(teapot, 1)
                .item(cup, 4)
                .status("processing"));
        JsonNode order = shop.order(id).orElseThrow();
        return new SignedOrders(order.deepCopy(), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A paid order of one of so many buyers, who come again and again. */
    Message paid(int buyers) throws Exception {
        long number = numbers.getAndIncrement();
        return message(number, "processing", number % buyers);
    }

    /** An unpaid order of somebody who was never here. */
    Message unpaid() throws Exception {
        long number = numbers.getAndIncrement();
        return message(number, "pending", number);
    }

    private Message message(long number, String status, long buyer) throws Exception {
        ObjectNode order = document.deepCopy();
        order.put("id", number)
                .put("number", Long.toString(number))
                .put("order_key", "wc_order_" + number)
                .put("status", status);
        ((ObjectNode) order.get("billing"))
                .put("first_name", "Bert")
                .put("last_name", "Buyer " + buyer)
                .put("email", "b" + buyer + "@buyer.example");
        Instant now = Instant.now();
        DATES.forEach(date -> order.put(date, SHOP.format(now)).put(date + "_gmt", GMT.format(now)));
        if (status.equals("pending")) {
            order.putNull("date_paid").putNull("date_paid_gmt");
        }
        byte[] body = RunningKontor.JSON.writeValueAsBytes(order);
        return new Message(
                Map.of(
                        "Content-Type", "application/json",
                        "X-WC-Webhook-Topic", "order.created",
                        "X-WC-Webhook-Resource", "order",
                        "X-WC-Webhook-Event", "created",
                        "X-WC-Webhook-Signature", signature(body),
                        "X-WC-Webhook-ID", "1",
                        "X-WC-Webhook-Delivery-ID", "bench-" + number),
                body);
    }

    private String signature(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
