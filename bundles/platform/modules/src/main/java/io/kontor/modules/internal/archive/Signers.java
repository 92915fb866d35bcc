package io.kontor.modules.internal.archive;

import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who signed everything in a jar file. One entry that somebody did not sign, and it is not theirs. */
final class Signers {

    /** What a signature consists of cannot be signed by it. */
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))");

    private @Nullable Set<X509Certificate> all;

    /** An entry that was read to its end: only then the platform has checked it. */
    void saw(JarEntry entry) {
        if (entry.isDirectory()
                || SIGNATURE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches()) {
            return;
        }
        Set<X509Certificate> signers = new HashSet<>();
        CodeSigner[] found = entry.getCodeSigners();
        if (found != null) {
            for (CodeSigner signer : found) {
                if (signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate own) {
                    signers.add(own);
                }
            }
        }
        if (all == null) {
            all = signers;
        } else {
            all.retainAll(signers);
        }
    }

    Set<X509Certificate> ofEverything() {
        return all == null ? Set.of() : all;
    }
}
