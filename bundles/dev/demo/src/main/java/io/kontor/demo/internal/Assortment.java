package io.kontor.demo.internal;

import io.kontor.fake.woocommerce.ProductDraft;
import java.math.BigDecimal;
import java.util.List;

/** What the demo shop sells, in the languages of its buyers; prices in euro. */
final class Assortment {
    static final List<ProductDraft> ALL = List.of(
            goods("Darjeeling First Flush 100 g", "TEE-DAR-100", "14.90"),
            goods("Ostfriesenmischung 500 g", "TEE-OST-500", "19.80"),
            goods("Teekanne Gusseisen 1,2 l", "KAN-GUS-12", "68.00"),
            goods("Stövchen aus Glas", "STO-GLA", "24.50"),
            goods("Matcha starter set", "MAT-SET", "42.00"),
            goods("Sencha, organic, 250 g", "TEA-SEN-250", "17.40"),
            goods("Double-walled glasses, pair", "GLA-DW-2", "22.90"),
            goods("Gift box “Three gardens”", "BOX-3G", "36.00"),
            goods("Иван-чай ферментированный 200 г", "CHA-IVAN-200", "9.60"),
            goods("Самовар жаровой 3 л", "SAM-3L", "289.00"),
            goods("Подстаканник латунный", "POD-LAT", "31.50"),
            goods("Варенье из сосновых шишек", "VAR-SOS", "8.20"),
            software("Tea tasting online, 2 hours", "EVT-TASTE", "49.00"),
            software("Teeseminar für Gruppen, online", "EVT-SEMINAR", "390.00"));

    private Assortment() {}

    private static ProductDraft goods(String name, String sku, String price) {
        return ProductDraft.of(name, sku, price);
    }

    private static ProductDraft software(String name, String sku, String price) {
        return new ProductDraft(name, sku, new BigDecimal(price), true, -1, List.of());
    }
}
