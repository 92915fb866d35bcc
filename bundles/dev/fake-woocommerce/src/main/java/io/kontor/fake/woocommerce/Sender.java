package io.kontor.fake.woocommerce;

import io.kontor.fake.woocommerce.Webhooks.Webhook;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The shop's HTTP client: 60 seconds at most, redirects are not followed. */
final class Sender {
    private static final System.Logger LOG = System.getLogger(Sender.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String AGENT = "WooCommerce/11.0.1 Hookshot (WordPress/7.1)";
    private final HttpClient client;
    private final String home;

    Sender(String home, boolean trustAnyCertificate) {
        this.home = home;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10));
        if (trustAnyCertificate) {
            builder.sslContext(Tls.trustingAnybody());
        }
        this.client = builder.build();
    }

    /** The answer's status, 0 when there was none. */
    int deliver(Webhook webhook, ShopEvent event, String deliveryId, String signature, byte[] body) {
        HttpRequest request = request(webhook.url())
                .header("Content-Type", "application/json")
                .header("X-WC-Webhook-Source", home + "/")
                .header("X-WC-Webhook-Topic", event.topic())
                .header("X-WC-Webhook-Resource", event.resource())
                .header("X-WC-Webhook-Event", event.event())
                .header("X-WC-Webhook-Signature", signature)
                .header("X-WC-Webhook-ID", Long.toString(webhook.id()))
                .header("X-WC-Webhook-Delivery-ID", deliveryId)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return send(request);
    }

    int ping(Webhook webhook) {
        byte[] form = ("webhook_id=" + webhook.id()).getBytes(StandardCharsets.US_ASCII);
        return send(request(webhook.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(form))
                .build());
    }

    int post(String url, byte[] json) {
        return send(request(url)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(json))
                .build());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("User-Agent", AGENT)
                .header("Accept", "*/*");
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            LOG.log(Level.INFO, "no answer from {0}: {1}", request.uri().getAuthority(), e.toString());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
