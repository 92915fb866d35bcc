package io.kontor.telemetry.internal;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.HttpServiceRuntimeConstants;

/** How long the certificate is valid that this product shows: it asks its own TLS port, as a browser would. */
@Component
public final class CertificateCheckup implements Checkup {

    private static final Duration SOON = Duration.ofDays(21);
    private static final int TIMEOUT_MILLIS = 5000;

    private final ServiceReference<HttpServiceRuntime> runtime;
    private final Clock clock;

    @Activate
    public CertificateCheckup(
            @Reference(service = HttpServiceRuntime.class) ServiceReference<HttpServiceRuntime> runtime,
            @Reference Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        for (URI address : tlsAddresses()) {
            findings.add(examine(address));
        }
        return findings.isEmpty() ? List.of(Finding.fine("no TLS port is open here")) : findings;
    }

    private List<URI> tlsAddresses() {
        Object endpoints = runtime.getProperty(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        Stream<?> addresses = endpoints instanceof Object[] several ? Stream.of(several) : Stream.ofNullable(endpoints);
        return addresses
                .map(address -> URI.create(address.toString().replace("//0.0.0.0:", "//127.0.0.1:")))
                .filter(address -> "https".equals(address.getScheme()))
                .distinct()
                .toList();
    }

    private Finding examine(URI address) {
        try {
            return verdict(shownAt(address), clock.instant());
        } catch (IOException | GeneralSecurityException e) {
            return Finding.wrong(
                    address + " does not answer with TLS: " + e.getMessage(),
                    "org.ops4j.pax.web.ssl.keystore and the passwords in etc/org.ops4j.pax.web.cfg must fit; then restart");
        }
    }

    static Finding verdict(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        String whose = certificate.getSubjectX500Principal().getName() + ", valid until " + end;
        String remedy = "put a new one into the keystore that etc/org.ops4j.pax.web.cfg names and restart; one that"
                + " ./kontor run --tls made is made anew when data/tls/kontor.p12 is moved away";
        if (end.isBefore(now)) {
            return Finding.wrong("the certificate has expired: " + whose, remedy);
        }
        if (end.isBefore(now.plus(SOON))) {
            return Finding.doubtful("the certificate expires soon: " + whose, remedy);
        }
        return Finding.fine(whose);
    }

    private static X509Certificate shownAt(URI address) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Whoever()}, null);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), TIMEOUT_MILLIS);
            plain.setSoTimeout(TIMEOUT_MILLIS);
            try (SSLSocket socket = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, address.getHost(), address.getPort(), true)) {
                socket.startHandshake();
                return (X509Certificate) socket.getSession().getPeerCertificates()[0];
            }
        }
    }

    /** Nothing is sent over this connection: the certificate is looked at, also one that is not to be trusted. */
    private static final class Whoever implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // There is no client.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // An expired one is to be looked at too.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
