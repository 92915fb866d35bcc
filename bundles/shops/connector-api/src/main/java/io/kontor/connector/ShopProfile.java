package io.kontor.connector;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop says about itself.
 *
 * @param name what the shop calls itself, if it says
 * @param now the shop's own clock
 * @param settings facts that the connector wants back in {@link ShopAccount#settings()}, for example the zone
 */
public record ShopProfile(Optional<String> name, Instant now, Map<String, String> settings) {

    public ShopProfile {
        settings = Map.copyOf(settings);
    }
}
