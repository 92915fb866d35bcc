package io.kontor.it.bench;

import io.kontor.it.client.Visitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Sends requests on kept connections, one thread each, with as little work as it takes: what measures shares processors
 * and caches with what is measured, and the JDK's client, with its threads of its own, made that half as dear again.
 */
final class LeanClient {

    /** A connection that has rested longer is not used again: the product, or its restart, may have ended it. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final HttpConnectionFactory<? extends HttpClientConnection> factory =
            DefaultBHttpClientConnectionFactory.builder().build();
    private final ConcurrentLinkedDeque<Kept> idle = new ConcurrentLinkedDeque<>();

    private record Kept(HttpClientConnection connection, URI host, long since) {}

    /** What came back. */
    record Response(int status, byte[] body) {}

    Response send(Visitor visitor, String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, HttpException {
        URI host = URI.create(visitor.host());
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(method, path);
        request.setHeader("Host", host.getAuthority());
        visitor.credentials().forEach(request::setHeader);
        headers.forEach(request::setHeader);
        if (body.length > 0) {
            request.setHeader("Content-Length", body.length);
            request.setEntity(new ByteArrayEntity(body, null));
        }
        HttpClientConnection connection = connection(host);
        boolean kept = false;
        HttpCoreContext context = HttpCoreContext.create();
        try (ClassicHttpResponse response = executor.execute(request, connection, context)) {
            byte[] answer = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            kept = executor.keepAlive(request, response, connection, context);
            return new Response(response.getCode(), answer);
        } finally {
            if (kept) {
                idle.push(new Kept(connection, host, System.nanoTime()));
            } else {
                connection.close();
            }
        }
    }

    private HttpClientConnection connection(URI host) throws IOException {
        for (Kept kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.host().equals(host) && System.nanoTime() - kept.since() < KEPT.toNanos()) {
                return kept.connection();
            }
            kept.connection().close();
        }
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(host.getHost(), host.getPort()));
        socket.setTcpNoDelay(true);
        return factory.createConnection(socket);
    }
}
