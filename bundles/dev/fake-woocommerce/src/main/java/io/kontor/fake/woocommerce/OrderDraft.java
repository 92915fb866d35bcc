package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody puts into the cart. Immutable: start from {@link #by(long)} or {@link #guest(Address)} and add.
 *
 * @param customerId a registered customer, 0 for a guest
 * @param billing the address; empty takes the customer's
 * @param items what is bought
 * @param currency ISO 4217; empty takes the shop's
 * @param status the status after the checkout, {@code pending} unless said otherwise
 * @param taxPercent added to lines and shipping, 0 for none
 * @param shipping price of the delivery, 0 for none
 * @param fee an extra fee, 0 for none
 * @param discount what a coupon takes off, 0 for none
 * @param note the customer's words
 * @param meta additional meta data
 * @param oddities what is wrong with the document
 */
public record OrderDraft(
        long customerId,
        Optional<Address> billing,
        List<Item> items,
        Optional<String> currency,
        String status,
        BigDecimal taxPercent,
        BigDecimal shipping,
        BigDecimal fee,
        BigDecimal discount,
        String note,
        Map<String, String> meta,
        Set<Oddity> oddities) {

    /** A product (and variation, or 0) with its quantity. */
    public record Item(long productId, long variationId, int quantity) {}

    /** Copies the collections. */
    public OrderDraft {
        items = List.copyOf(items);
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
        oddities = Set.copyOf(oddities);
    }

    /** A cart of a registered customer. */
    public static OrderDraft by(long customerId) {
        return empty(customerId, Optional.empty());
    }

    /** A cart of somebody without an account. */
    public static OrderDraft guest(Address billing) {
        return empty(0, Optional.of(billing));
    }

    private static OrderDraft empty(long customerId, Optional<Address> billing) {
        BigDecimal zero = BigDecimal.ZERO;
        return new OrderDraft(
                customerId,
                billing,
                List.of(),
                Optional.empty(),
                "pending",
                zero,
                zero,
                zero,
                zero,
                "",
                Map.of(),
                Set.of());
    }

    /** With one more line. */
    public OrderDraft item(long productId, int quantity) {
        return item(new Item(productId, 0, quantity));
    }

    /** With one more line. */
    public OrderDraft item(Item item) {
        List<Item> more = new ArrayList<>(items);
        more.add(item);
        return copy(billing, more, currency, status, note, meta, oddities);
    }

    /** Billed to another address than the customer's. */
    public OrderDraft billedTo(Address address) {
        return copy(Optional.of(address), items, currency, status, note, meta, oddities);
    }

    /** In another currency than the shop's. */
    public OrderDraft currency(String code) {
        return copy(billing, items, Optional.of(code), status, note, meta, oddities);
    }

    /** In this status after the checkout: {@code processing} and {@code completed} are paid at once. */
    public OrderDraft status(String word) {
        return copy(billing, items, currency, word, note, meta, oddities);
    }

    /** With the customer's words. */
    public OrderDraft note(String words) {
        return copy(billing, items, currency, status, words, meta, oddities);
    }

    /** With one more meta entry. */
    public OrderDraft meta(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(meta);
        more.put(key, value);
        return copy(billing, items, currency, status, note, more, oddities);
    }

    /** With one more oddity. */
    public OrderDraft with(Oddity oddity) {
        Set<Oddity> more = new TreeSet<>(oddities);
        more.add(oddity);
        return copy(billing, items, currency, status, note, meta, more);
    }

    /** With these extras; 0 means none, tax is a percentage. */
    public OrderDraft extras(BigDecimal tax, BigDecimal delivery, BigDecimal extraFee, BigDecimal coupon) {
        return new OrderDraft(
                customerId, billing, items, currency, status, tax, delivery, extraFee, coupon, note, meta, oddities);
    }

    private OrderDraft copy(
            Optional<Address> address,
            List<Item> lines,
            Optional<String> code,
            String word,
            String words,
            Map<String, String> data,
            Set<Oddity> odd) {
        return new OrderDraft(
                customerId, address, lines, code, word, taxPercent, shipping, fee, discount, words, data, odd);
    }

    static OrderDraft read(JsonNode json) {
        JsonNode billing = json.path("billing");
        OrderDraft draft = empty(
                        json.path("customer_id").asLong(0),
                        billing.isObject() ? Optional.of(Address.read(billing)) : Optional.empty())
                .status(json.path("status").asText("pending"))
                .note(json.path("customer_note").asText(""))
                .extras(
                        Money.parse(json.path("tax_percent").asText("0")),
                        Money.parse(json.path("shipping_total").asText("0")),
                        Money.parse(json.path("fee_total").asText("0")),
                        Money.parse(json.path("discount_total").asText("0")));
        if (json.path("set_paid").asBoolean(false)) {
            draft = draft.status("processing");
        }
        if (json.hasNonNull("currency")) {
            draft = draft.currency(json.path("currency").asText());
        }
        for (JsonNode line : json.path("line_items")) {
            draft = draft.item(new Item(
                    line.path("product_id").asLong(),
                    line.path("variation_id").asLong(0),
                    line.path("quantity").asInt(1)));
        }
        for (JsonNode entry : json.path("meta_data")) {
            draft = draft.meta(entry.path("key").asText(), entry.path("value").asText());
        }
        for (JsonNode oddity : json.path("oddities")) {
            draft = draft.with(Oddity.of(oddity.asText()));
        }
        return draft;
    }
}
