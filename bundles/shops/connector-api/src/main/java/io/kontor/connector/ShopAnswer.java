package io.kontor.connector;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop answered.
 *
 * @param headers by lower-case name
 * @param body as received
 */
public record ShopAnswer(int status, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
