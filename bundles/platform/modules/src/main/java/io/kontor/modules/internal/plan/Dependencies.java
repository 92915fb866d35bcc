package io.kontor.modules.internal.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Which module needs which, by the packages that they import from each other. */
public final class Dependencies {

    private final Map<String, Set<String>> needs = new TreeMap<>();

    public Dependencies(World world) {
        Map<String, Capabilities> provided = new TreeMap<>();
        world.modules().forEach((name, module) -> provided.put(name, new Capabilities(module.bundles())));
        world.modules().forEach((name, module) -> {
            Set<String> others = new TreeSet<>();
            for (Resource bundle : module.bundles()) {
                for (Requirement requirement : bundle.getRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
                    provider(requirement, provided)
                            .filter(other -> !other.equals(name))
                            .ifPresent(others::add);
                }
            }
            needs.put(name, others);
        });
    }

    private static Optional<String> provider(Requirement requirement, Map<String, Capabilities> provided) {
        return provided.entrySet().stream()
                .filter(module -> module.getValue().provide(requirement))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The modules that one imports from. */
    public Set<String> of(String module) {
        return needs.getOrDefault(module, Set.of());
    }

    /** The modules that import from one. */
    public Set<String> neededBy(String module) {
        Set<String> users = new TreeSet<>();
        needs.forEach((name, needed) -> {
            if (needed.contains(module)) {
                users.add(name);
            }
        });
        return users;
    }

    /** Those that import from one, from these, and so on; without itself, in the order in which they start. */
    public List<String> dependents(String module) {
        Set<String> found = new TreeSet<>();
        List<String> next = new ArrayList<>(neededBy(module));
        while (!next.isEmpty()) {
            String user = next.remove(next.size() - 1);
            if (!user.equals(module) && found.add(user)) {
                next.addAll(neededBy(user));
            }
        }
        return order().stream().filter(found::contains).toList();
    }

    /** All modules, each behind those that it needs; where they need each other, by name. */
    public List<String> order() {
        Set<String> ordered = new LinkedHashSet<>();
        needs.keySet().forEach(module -> add(module, ordered, new TreeSet<>()));
        return List.copyOf(ordered);
    }

    private void add(String module, Set<String> ordered, Set<String> onTheWay) {
        if (!ordered.contains(module) && onTheWay.add(module)) {
            of(module).forEach(needed -> add(needed, ordered, onTheWay));
            ordered.add(module);
        }
    }
}
