package io.kontor.connector.internal.http;

import io.kontor.connector.ShopAnswer;
import io.kontor.connector.ShopRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * HTTP/1.1 (RFC 9112), one request per connection. The JDK's client resolves names by itself, after they were looked at;
 * this one connects to the address it is given and still checks the certificate against the name.
 */
final class Wire {

    private final SSLSocketFactory tls;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final int maxAnswerBytes;

    Wire(SSLSocketFactory tls, Duration connectTimeout, Duration answerTimeout, int maxAnswerBytes) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.answerTimeout = answerTimeout;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    ShopAnswer exchange(ShopRequest request, List<InetAddress> addresses) throws IOException {
        try (Socket socket = connect(request.uri(), addresses)) {
            socket.setSoTimeout((int) answerTimeout.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head(request));
            out.write(request.body());
            out.flush();
            return new AnswerReader(new BufferedInputStream(socket.getInputStream()), maxAnswerBytes, answerTimeout)
                    .read();
        }
    }

    private Socket connect(URI uri, List<InetAddress> addresses) throws IOException {
        IOException failure = new IOException("there is no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, AddressGuard.port(uri)), (int) connectTimeout.toMillis());
                return "https".equals(uri.getScheme()) ? encrypted(socket, uri) : socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private Socket encrypted(Socket plain, URI uri) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, AddressGuard.host(uri), AddressGuard.port(uri), true);
        socket.setSoTimeout((int) answerTimeout.toMillis());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(ShopRequest request) throws IOException {
        URI uri = request.uri();
        StringBuilder head = new StringBuilder(request.method())
                .append(' ')
                .append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\n");
        header(head, "Host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        header(head, "User-Agent", "Kontor");
        header(head, "Connection", "close");
        for (var entry : request.headers().entrySet()) {
            header(head, entry.getKey(), entry.getValue());
        }
        if (request.body().length > 0 || request.method().startsWith("P")) {
            header(head, "Content-Length", Integer.toString(request.body().length));
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void header(StringBuilder head, String name, String value) throws IOException {
        if (name.chars().anyMatch(c -> c <= ' ') || value.chars().anyMatch(c -> c < ' ')) {
            throw new IOException("a header has characters that it must not have");
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
