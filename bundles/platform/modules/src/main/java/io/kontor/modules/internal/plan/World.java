package io.kontor.modules.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.resource.Resource;

/**
 * Everything that is in the framework.
 *
 * @param base the bundles that change only by a restart, the framework's own among them
 * @param modules the modules by their names
 */
public record World(List<Resource> base, Map<String, Presence> modules) {

    public World {
        base = List.copyOf(base);
        modules = Map.copyOf(modules);
    }

    /** The same with one module in another version, or new. */
    public World with(Presence module) {
        Map<String, Presence> changed = new TreeMap<>(modules);
        changed.put(module.module(), module);
        return new World(base, changed);
    }

    public World without(String module) {
        Map<String, Presence> changed = new TreeMap<>(modules);
        changed.remove(module);
        return new World(base, changed);
    }

    /** All bundles. */
    public List<Resource> everything() {
        List<Resource> all = new ArrayList<>(base);
        modules.values().forEach(module -> all.addAll(module.bundles()));
        return all;
    }
}
