package io.kontor.woocommerce.internal;

import io.kontor.connector.ShopProfile;
import io.kontor.kernel.KontorException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether the keys are right, and the shop's zone and currency, which its documents leave out. */
final class WooProbe {

    private static final Logger LOG = LoggerFactory.getLogger(WooProbe.class);
    private static final int SECONDS_PER_HOUR = 3600;

    private final WooClient client;
    private final WooConfig config;
    private final Clock clock;

    WooProbe(WooClient client, WooConfig config, Clock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    ShopProfile profile() {
        WooClient.Document orders = client.get("orders", WooClient.parameters("per_page", "1"));
        Instant now = orders.at().orElseGet(clock::instant);
        Map<String, String> settings = new HashMap<>();
        Optional<WooFields> index = optional("the site's index", () -> client.index());
        index.flatMap(WooProbe::zone).ifPresent(zone -> settings.put(WooConfig.ZONE, zone));
        optional("the shop's currency", () -> client.find("data/currencies/current", List.of()))
                .flatMap(fields -> fields.text("code"))
                .filter(code -> WooConfig.currency(code).isPresent())
                .ifPresent(code -> settings.put(WooConfig.CURRENCY, code));
        return new ShopProfile(index.flatMap(fields -> fields.words("name")), now, settings);
    }

    /** Security plugins hide these pages; orders can be read without them. */
    private Optional<WooFields> optional(String what, Supplier<Optional<WooClient.Document>> question) {
        try {
            return question.get().map(found -> new WooFields(found.body(), config.zone()));
        } catch (KontorException e) {
            LOG.info("{} does not tell {}: {}", config.home(), what, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> zone(WooFields index) {
        Optional<String> named = index.text("timezone_string")
                .filter(name -> WooConfig.zone(name).isPresent());
        return named.or(() -> index.decimal("gmt_offset")
                .map(hours -> ZoneOffset.ofTotalSeconds(hours.multiply(java.math.BigDecimal.valueOf(SECONDS_PER_HOUR))
                                .intValue())
                        .getId()));
    }
}
