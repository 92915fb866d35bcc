package io.kontor.it.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One recorded request: what a shop posted to a hook.
 *
 * @param name of the file it was read from
 * @param headers as sent, without those of the connection
 * @param body the exact bytes, over which the signature was made
 */
public record SampleDelivery(String name, Map<String, String> headers, byte[] body) {
    private static final String SIGNATURE = "X-WC-Webhook-Signature";
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "accept-encoding");

    /** Reads a request as it went over the wire: request line, headers, an empty line, the body. */
    static SampleDelivery parse(String name, byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int wide = text.indexOf("\r\n\r\n");
        int narrow = text.indexOf("\n\n");
        boolean crlf = wide >= 0 && (narrow < 0 || wide < narrow);
        if (!crlf && narrow < 0) {
            throw new IllegalArgumentException(name + " has no empty line between headers and body");
        }
        int end = crlf ? wide : narrow;
        Map<String, String> headers = new LinkedHashMap<>();
        text.substring(0, end).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            String header = line.substring(0, colon).trim();
            if (!OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT))) {
                headers.put(header, line.substring(colon + 1).trim());
            }
        });
        return new SampleDelivery(name, headers, Arrays.copyOfRange(raw, end + (crlf ? 4 : 2), raw.length));
    }

    /** A request that a relay took apart: headers as an object, the body as it is written again. */
    static SampleDelivery relayed(String name, JsonNode headers, byte[] body) {
        Map<String, String> kept = new LinkedHashMap<>();
        headers.properties().stream()
                .filter(header -> !OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> kept.put(header.getKey(), header.getValue().asText()));
        return new SampleDelivery(name, kept, body);
    }

    /** Such as {@code order.updated}; empty for a ping. */
    public Optional<String> topic() {
        return header("X-WC-Webhook-Topic");
    }

    /** {@code order}, {@code customer} or {@code product}; empty for a ping. */
    public Optional<String> resource() {
        return header("X-WC-Webhook-Resource");
    }

    /** The signature as sent; empty for a ping. */
    public Optional<String> signature() {
        return header(SIGNATURE);
    }

    /** A header whatever its case. */
    public Optional<String> header(String wanted) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the signature belongs to the body under this secret. */
    public boolean isSignedWith(String secret) {
        return signature().filter(sign(body, secret)::equals).isPresent();
    }

    /** The same delivery as a shop with another secret would have sent it; a ping stays unsigned. */
    public SampleDelivery signedWith(String secret) {
        if (signature().isEmpty()) {
            return this;
        }
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.keySet().removeIf(SIGNATURE::equalsIgnoreCase);
        changed.put(SIGNATURE, sign(body, secret));
        return new SampleDelivery(name, changed, body);
    }

    /** The same with the last byte of the body changed and the signature kept: nobody may accept it. */
    public SampleDelivery withOneByteChanged() {
        byte[] changed = body.clone();
        changed[changed.length - 1] ^= 1;
        return new SampleDelivery(name, headers, changed);
    }

    private static String sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return name + " " + topic().orElse("ping");
    }
}
