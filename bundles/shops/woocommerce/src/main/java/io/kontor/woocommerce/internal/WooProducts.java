package io.kontor.woocommerce.internal;

import io.kontor.catalog.ReceivedProduct;
import io.kontor.connector.ShopProduct;
import io.kontor.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one product or variation document. */
final class WooProducts {

    private final WooFields fields;
    private final Optional<Currency> currency;

    /** @param currency what the shop's prices are in; products do not say it */
    WooProducts(WooFields fields, Optional<Currency> currency) {
        this.fields = fields;
        this.currency = currency;
    }

    ShopProduct product(Optional<String> parent, Optional<String> parentName) {
        String id = fields.id("id").orElseThrow(() -> new Unreadable("the document has no id"));
        if (!fields.node().has("price")
                && !fields.node().has("sku")
                && !fields.node().has("slug")) {
            throw new Unreadable("the document is no product");
        }
        Instant changedAt = fields.moment("date_modified")
                .or(() -> fields.moment("date_created"))
                .orElseThrow(() -> new Unreadable("the product has no date"));
        return new ShopProduct(
                id,
                parent.or(() -> fields.id("parent_id")),
                name(id, parentName),
                fields.text("sku"),
                nature(),
                price(),
                fields.text("status").orElse("publish"),
                stock(),
                changedAt);
    }

    /** A variation has no name of its own in older shops: it is the product's, with the options that were chosen. */
    private String name(String id, Optional<String> parentName) {
        Optional<String> own = fields.words("name");
        String options = fields.list("attributes").stream()
                .flatMap(attribute -> attribute.words("option").stream())
                .collect(Collectors.joining(", "));
        return parentName
                .map(name -> name + " – " + (options.isEmpty() ? own.orElse(id) : options))
                .or(() -> own)
                .orElse("#" + id);
    }

    private ReceivedProduct.Nature nature() {
        if (!fields.flag("virtual")) {
            return ReceivedProduct.Nature.GOODS;
        }
        return fields.flag("downloadable") ? ReceivedProduct.Nature.SOFTWARE : ReceivedProduct.Nature.SERVICE;
    }

    private Optional<UnitPrice> price() {
        return fields.decimal("price")
                .or(() -> fields.decimal("regular_price"))
                .flatMap(amount -> currency.map(unit -> new UnitPrice(amount, unit)));
    }

    private Optional<BigDecimal> stock() {
        return fields.decimal("stock_quantity");
    }
}
