package io.kontor.modules.internal.archive;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * What a {@code .kar} file holds.
 *
 * @param id the SHA-256 of the file, in hex
 * @param module the module's one word
 * @param bundles those that export first
 * @param signers who signed every entry of the file; nobody where one is unsigned
 * @param size of the file, in bytes
 */
public record ModuleArchive(
        String id,
        String module,
        Version version,
        List<ModuleBundle> bundles,
        Set<X509Certificate> signers,
        long size) {

    public ModuleArchive {
        bundles = List.copyOf(bundles);
        signers = Set.copyOf(signers);
    }

    /** What is remembered of the archive beside its bytes. */
    public Description description() {
        return new Description(bundles.stream()
                .map(bundle -> new Description.Bundle(
                        bundle.symbolicName(),
                        bundle.version().toString(),
                        bundle.sha256(),
                        List.copyOf(bundle.exports())))
                .toList());
    }

    /** The bundles of an archive, as they are stored beside it. */
    public record Description(List<Bundle> bundles) {

        /** A bundle of the archive. */
        public record Bundle(String symbolicName, String version, String sha256, List<String> exports) {}
    }
}
