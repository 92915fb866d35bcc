package io.kontor.connector;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message of the shop.
 *
 * @param topic what it is about, in the shop's words; empty before it was verified
 * @param headers by lower-case name; empty once it was stored
 * @param body the raw bytes
 */
public record ShopDelivery(Optional<String> topic, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
