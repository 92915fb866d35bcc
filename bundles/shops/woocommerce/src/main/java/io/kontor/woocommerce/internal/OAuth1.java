package io.kontor.woocommerce.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One-legged OAuth 1.0a (RFC 5849) with HMAC-SHA256, the parameters in the query, as WooCommerce asks for it over plain
 * HTTP. The secret itself never travels.
 */
final class OAuth1 {

    private final String key;
    private final String secret;

    OAuth1(String key, String secret) {
        this.key = key;
        this.secret = secret;
    }

    /** A query parameter, not yet encoded. */
    record Parameter(String name, String value) {}

    /** The query of the signed request, encoded. */
    String sign(String method, URI address, List<Parameter> parameters, String nonce, Instant now) {
        List<Parameter> signed = new ArrayList<>(parameters);
        signed.add(new Parameter("oauth_consumer_key", key));
        signed.add(new Parameter("oauth_nonce", nonce));
        signed.add(new Parameter("oauth_signature_method", "HMAC-SHA256"));
        signed.add(new Parameter("oauth_timestamp", Long.toString(now.getEpochSecond())));
        signed.add(new Parameter("oauth_version", "1.0"));
        String text = baseString(method, address, signed);
        byte[] signature = HmacSha256.of(WooMapper.utf8(text), secret + "&");
        signed.add(new Parameter("oauth_signature", Base64.getEncoder().encodeToString(signature)));
        return query(signed);
    }

    /** RFC 5849, section 3.4.1: the default port is left out, the parameters are sorted after they were encoded. */
    static String baseString(String method, URI address, List<Parameter> parameters) {
        boolean standard =
                address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        String base = address.getScheme() + "://" + address.getHost() + (standard ? "" : ":" + address.getPort())
                + address.getRawPath();
        String sorted = parameters.stream()
                .map(parameter -> new Parameter(encode(parameter.name()), encode(parameter.value())))
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
        return method + "&" + encode(base) + "&" + encode(sorted);
    }

    static String query(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    /** RFC 5849, section 3.6. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
