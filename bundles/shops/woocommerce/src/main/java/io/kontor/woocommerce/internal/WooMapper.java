package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopCustomer;
import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopProduct;
import io.kontor.connector.ShopRecord;
import io.kontor.connector.ShopResource;
import io.kontor.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** Their JSON to our records; what cannot be mapped is set aside with the reason. */
final class WooMapper {

    private static final int DIGEST_LENGTH = 32;

    private final WooJson json;
    private final WooConfig config;

    WooMapper(WooJson json, WooConfig config) {
        this.json = json;
        this.config = config;
    }

    ShopRecord<ShopOrder> order(JsonNode node) {
        return order(node, WooOrders.Beside.NOTHING);
    }

    ShopRecord<ShopOrder> order(JsonNode node, WooOrders.Beside beside) {
        return read(ShopResource.ORDER, node, fields -> new WooOrders(fields, beside, json.write(node)).order());
    }

    ShopRecord<ShopCustomer> customer(JsonNode node) {
        return read(ShopResource.CUSTOMER, node, fields -> new WooBuyers(fields).customer());
    }

    /** @param parentName the name of the product that this is a variant of, if it is one */
    ShopRecord<ShopProduct> product(JsonNode node, Optional<String> parent, Optional<String> parentName) {
        return read(
                ShopResource.PRODUCT,
                node,
                fields -> new WooProducts(fields, config.currency()).product(parent, parentName));
    }

    private <T> ShopRecord<T> read(ShopResource resource, JsonNode node, Function<WooFields, T> mapping) {
        WooFields fields = new WooFields(node, config.zone());
        try {
            if (!node.isObject()) {
                throw new Unreadable("the document is no object");
            }
            return new ShopRecord.Read<>(mapping.apply(fields));
        } catch (Unreadable e) {
            return new ShopRecord.Rejected<>(rejected(resource, fields.id("id"), e.getMessage(), json.write(node)));
        } catch (ArithmeticException e) {
            return new ShopRecord.Rejected<>(
                    rejected(resource, fields.id("id"), "an amount is too large to be one", json.write(node)));
        }
    }

    static RejectedDocument rejected(ShopResource resource, Optional<String> id, String reason, byte[] original) {
        String sentence = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        return new RejectedDocument(resource, id.orElseGet(() -> digest(original)), sentence, original);
    }

    static String digest(byte[] bytes) {
        return "sha256-" + HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, DIGEST_LENGTH);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
