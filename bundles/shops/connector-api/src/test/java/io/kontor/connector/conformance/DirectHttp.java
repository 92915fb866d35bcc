package io.kontor.connector.conformance;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAnswer;
import io.kontor.connector.ShopHttp;
import io.kontor.connector.ShopRequest;
import io.kontor.kernel.KontorException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The way to a played shop: no pace, no second try, so that a test sees what the connector itself does. */
public final class DirectHttp implements ShopHttp {

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public ShopAnswer send(ShopRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<byte[]> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 429) {
                throw new KontorException(ConnectorError.LIMITED, Map.of("seconds", 1));
            }
            if (response.statusCode() >= 500) {
                throw new KontorException(
                        ConnectorError.SHOP_FAILED, Map.of("status", response.statusCode(), "reason", "a test"));
            }
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new ShopAnswer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new KontorException(
                    ConnectorError.UNREACHABLE, Map.of("host", request.uri().getHost(), "reason", "a test"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
