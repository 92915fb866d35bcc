package io.kontor.modules.internal.archive;

import io.kontor.kernel.KontorException;
import io.kontor.modules.internal.ModuleReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Resource;

/** Reads what a bundle's manifest says, and nothing else of it. */
public final class BundleReader {

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_MEGABYTES = 256;
    private static final int MOST_TIMES = 100;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private BundleReader() {}

    static ModuleBundle read(String name, byte[] jar) {
        Map<String, String> headers = headers(name, jar);
        Resource resource = resource(name, headers);
        Map<String, Object> identity = resource.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
                .findFirst()
                .orElseThrow(() -> broken(name, "it has no symbolic name", null))
                .getAttributes();
        String symbolicName = String.valueOf(identity.get(IdentityNamespace.IDENTITY_NAMESPACE));
        if (headers.containsKey(Constants.FRAGMENT_HOST)) {
            throw ArchiveBroken.because(ModuleReason.FRAGMENT, Map.of("bundle", symbolicName));
        }
        Version version = identity.get(IdentityNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version said
                ? said
                : Version.emptyVersion;
        return new ModuleBundle(symbolicName, version, Checksum.of(jar), resource);
    }

    /** What manifest headers provide and require. */
    public static Resource resource(String name, Map<String, String> headers) {
        try {
            return ResourceBuilder.build(name, headers);
        } catch (BundleException | RuntimeException e) { // the parser throws what its author did not think of
            throw broken(name, String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, String> headers(String name, byte[] jar) {
        Unpacked unpacked = new Unpacked(jar.length, MOST_ENTRIES, MOST_MEGABYTES, MOST_TIMES);
        Map<String, String> headers = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpacked.meet(entry.getName());
                if (entry.getName().equals(MANIFEST)) {
                    byte[] manifest = unpacked.read(zip);
                    new Manifest(new ByteArrayInputStream(manifest))
                            .getMainAttributes()
                            .forEach((key, value) -> headers.put(String.valueOf(key), String.valueOf(value)));
                } else {
                    unpacked.pass(zip);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken(name, String.valueOf(e.getMessage()), e);
        }
        if (headers.isEmpty()) {
            throw broken(name, "it has no manifest", null);
        }
        return headers;
    }

    private static KontorException broken(String name, String problem, @Nullable Exception cause) {
        return ArchiveBroken.because(ModuleReason.BUNDLE, Map.of("name", name, "problem", problem), cause);
    }
}
