package io.kontor.catalog.internal;

import io.kontor.catalog.CatalogError;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Brings a received product into the shape that the tables hold, and refuses what they cannot hold, by name. */
final class ProductShape {
    static final int NAME = 500;
    static final int IDENTIFIER = 190;
    private static final int WORD = 64;
    private static final int SCALE = 6;
    private static final int INTEGER_DIGITS = 13;

    private ProductShape() {}

    /** @throws KontorException {@link CatalogError#INVALID} with the field and the reason */
    static ReceivedProduct of(ReceivedProduct product) {
        atMost("externalId.type", product.externalId().type(), WORD);
        atMost("externalId.id", product.externalId().id(), IDENTIFIER);
        atMost("name", product.name(), NAME);
        atMost("foreignState", product.foreignState(), WORD);
        product.sku().ifPresent(sku -> atMost("sku", sku, IDENTIFIER));
        return new ReceivedProduct(
                product.externalId(),
                product.parent(),
                product.name(),
                product.sku().filter(sku -> !sku.isBlank()),
                product.nature(),
                product.price().map(price -> new UnitPrice(decimal("price", price.amount()), price.currency())),
                product.foreignState(),
                product.stock().map(stock -> decimal("stock", stock)),
                product.changedAt().truncatedTo(ChronoUnit.MICROS));
    }

    private static BigDecimal decimal(String field, BigDecimal value) {
        BigDecimal kept = value.setScale(SCALE, RoundingMode.HALF_UP);
        if (kept.precision() - kept.scale() > INTEGER_DIGITS) {
            throw invalid(field, "has more than " + INTEGER_DIGITS + " digits before the point");
        }
        return kept;
    }

    private static void atMost(String field, String value, int length) {
        if (value.length() > length) {
            throw invalid(field, "is longer than " + length + " characters");
        }
    }

    static KontorException invalid(String field, String reason) {
        return new KontorException(CatalogError.INVALID, Map.of("field", field, "reason", reason));
    }
}
