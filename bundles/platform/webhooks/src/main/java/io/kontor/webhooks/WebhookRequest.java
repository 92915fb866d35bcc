package io.kontor.webhooks;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as it arrived.
 *
 * @param account the account it was sent to
 * @param headers the headers by lower-case name
 * @param body the raw bytes
 */
public record WebhookRequest(UUID account, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
