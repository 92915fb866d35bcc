package io.kontor.modules.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.RequirementImpl;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** What some bundles provide, to be asked for what others require. */
final class Capabilities {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final Map<String, List<Capability>> byKey = new HashMap<>();

    Capabilities(Collection<Resource> providers) {
        for (Resource provider : providers) {
            for (Capability capability : provider.getCapabilities(null)) {
                byKey.computeIfAbsent(key(capability), key -> new ArrayList<>()).add(capability);
            }
        }
    }

    /** Whether a bundle cannot be resolved without it; services are waited for at run time. */
    static boolean mandatory(Requirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String effective =
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution =
                directives.getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE) && resolution.equals(Namespace.RESOLUTION_MANDATORY);
    }

    boolean provide(Requirement requirement) {
        return byKey.getOrDefault(key(requirement), List.of()).stream()
                .anyMatch(capability -> CapabilitySet.matches(capability, RequirementImpl.getFilter(requirement)));
    }

    /** The first thing that one of the bundles must have and nobody provides. */
    Optional<Requirement> missing(Collection<Resource> bundles) {
        return bundles.stream()
                .flatMap(bundle -> bundle.getRequirements(null).stream())
                .filter(Capabilities::mandatory)
                .filter(requirement -> !provide(requirement))
                .findFirst();
    }

    /** A requirement as a person reads it: {@code io.kontor.order [1.0,2)}. */
    static String words(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        Matcher name = PACKAGE.matcher(filter);
        if (!name.find()) {
            return requirement.getNamespace() + " " + filter;
        }
        Matcher below = BELOW.matcher(filter);
        Optional<String> end = below.find() ? Optional.of(below.group(1)) : Optional.empty();
        Matcher least = LEAST.matcher(below.replaceAll(""));
        return name.group(1)
                + (least.find()
                        ? " [" + least.group(1) + ","
                                + end.map(bound -> bound + ")").orElse("…)")
                        : "");
    }

    /** Packages are many, so they are kept by their names; other capabilities are few of each kind. */
    private static String key(Capability capability) {
        String namespace = capability.getNamespace();
        return namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? namespace + ":" + capability.getAttributes().get(namespace)
                : namespace;
    }

    private static String key(Requirement requirement) {
        String namespace = requirement.getNamespace();
        return packageOf(requirement).map(name -> namespace + ":" + name).orElse(namespace);
    }

    /** The package that is imported; empty for a requirement of another kind. */
    static Optional<String> packageOf(Requirement requirement) {
        Matcher name = PACKAGE.matcher(requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
