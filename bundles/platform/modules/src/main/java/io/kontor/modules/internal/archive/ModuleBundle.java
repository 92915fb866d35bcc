package io.kontor.modules.internal.archive;

import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

/**
 * A bundle of a module as its manifest describes it.
 *
 * @param sha256 of its jar, in hex
 * @param resource what it provides and requires
 */
public record ModuleBundle(String symbolicName, Version version, String sha256, Resource resource) {

    /** What the names of the bundles end with that only export. */
    public static final String API = "-api";

    /** The names of the packages that it exports. */
    public Set<String> exports() {
        return exports(resource);
    }

    public static Set<String> exports(Resource resource) {
        Set<String> names = new TreeSet<>();
        for (Capability capability : resource.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            names.add(String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
        }
        return names;
    }

    public boolean isApi() {
        return symbolicName.endsWith(API);
    }
}
