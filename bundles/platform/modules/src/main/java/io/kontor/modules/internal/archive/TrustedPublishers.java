package io.kontor.modules.internal.archive;

import io.kontor.modules.internal.ModulesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates in {@code etc/trusted-publishers}: whose signature lets a module in without a further word. */
@Component(service = TrustedPublishers.class, configurationPid = "io.kontor.modules")
public final class TrustedPublishers {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedPublishers.class);

    private final Path folder;
    private final Clock clock;

    @Activate
    public TrustedPublishers(BundleContext context, @Reference Clock clock, ModulesConfig config) {
        this(
                config.publishersFolder().isEmpty()
                        ? Path.of(String.valueOf(context.getProperty("karaf.etc")), "trusted-publishers")
                        : Path.of(config.publishersFolder()),
                clock);
    }

    public TrustedPublishers(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The name of a signer whose very certificate is in the folder and valid today. Read anew each time. */
    public Optional<String> among(Set<X509Certificate> signers) {
        if (signers.isEmpty()) {
            return Optional.empty();
        }
        Set<Certificate> trusted = trusted();
        return signers.stream()
                .filter(trusted::contains)
                .filter(this::valid)
                .map(TrustedPublishers::name)
                .findFirst();
    }

    /** How a certificate's owner is shown. */
    public static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private boolean valid(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            LOG.warn("The certificate of the publisher {} is not valid today: {}", name(certificate), e.getMessage());
            return false;
        }
    }

    private Set<Certificate> trusted() {
        Set<Certificate> all = new HashSet<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                all.addAll(certificates(file));
            }
        } catch (IOException e) {
            LOG.warn("The trusted publishers cannot be read from {}; none is trusted", folder, e);
            return Set.of();
        }
        return all;
    }

    private static Set<Certificate> certificates(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Set.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(content));
        } catch (CertificateException e) {
            LOG.warn("{} holds no certificate and is left out", file, e);
            return Set.of();
        }
    }
}
