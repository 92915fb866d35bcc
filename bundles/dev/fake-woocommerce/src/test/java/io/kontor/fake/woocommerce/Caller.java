package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client of the shop with a signature of its own making, so that the shop's check is checked. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeWooCommerce shop;

    Caller(FakeWooCommerce shop) {
        this.shop = shop;
    }

    /** Keys by Basic, believed to be HTTPS by the header of a proxy. */
    HttpResponse<String> get(String path) throws Exception {
        return send(behindProxy(path).GET());
    }

    JsonNode list(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> call(String method, String path, String body) throws Exception {
        return send(behindProxy(path).method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> control(String method, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(shop.url() + "/_fake/" + path))
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder behindProxy(String path) {
        return basic(path).header("X-Forwarded-Proto", "https");
    }

    HttpRequest.Builder basic(String path) {
        String pair = shop.consumerKey() + ":" + shop.consumerSecret();
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(shop.url() + "/wp-json/wc/v3/" + path))
                .header("Authorization", "Basic " + encoded);
    }

    /** The parameters with the OAuth ones added and signed. */
    Map<String, String> signed(String path, Map<String, String> query, Instant at) throws Exception {
        Map<String, String> all = new TreeMap<>(query);
        all.putIfAbsent("oauth_consumer_key", shop.consumerKey());
        all.put("oauth_nonce", UUID.randomUUID().toString().replace("-", ""));
        all.put("oauth_signature_method", "HMAC-SHA256");
        all.put("oauth_timestamp", Long.toString(at.getEpochSecond()));
        String pairs = form(all);
        String base = "GET&" + percent(shop.url() + "/wp-json/wc/v3/" + path) + "&" + percent(pairs);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec((shop.consumerSecret() + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
        all.put("oauth_signature", Base64.getEncoder().encodeToString(hash));
        return all;
    }

    HttpResponse<String> plain(String path, Map<String, String> query) throws Exception {
        String url = shop.url() + "/wp-json/wc/v3/" + path + "?" + form(query);
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> percent(p.getKey()) + "=" + percent(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
