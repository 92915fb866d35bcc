package io.kontor.access.internal.gate;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import io.kontor.kernel.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What each role may do, put together from what the installed modules declare. */
@Component(service = Permissions.class)
public final class Permissions {

    private record Snapshot(Map<Role, Set<String>> byRole, Map<String, String> records) {}

    private final Map<String, ModuleDescriptor> modules = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private volatile Snapshot now = snapshot();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(ModuleDescriptor module) {
        modules.put(module.name(), module);
        renew();
    }

    /** A module's descriptor left; a newer one of the same name stays. */
    public void unbind(ModuleDescriptor module) {
        modules.remove(module.name(), module);
        renew();
    }

    private synchronized void renew() {
        now = snapshot();
        generation.incrementAndGet();
    }

    /** Another number after every change: what was found out before it does not count any more. */
    public long generation() {
        return generation.get();
    }

    public Set<String> of(Role role) {
        return now.byRole().get(role);
    }

    /** The permission that reading a record of the type takes; empty for a type that no module declares. */
    public Optional<String> reading(String recordType) {
        return Optional.ofNullable(now.records().get(recordType));
    }

    public boolean declared(String permission) {
        return now.byRole().get(Role.PROPRIETOR).contains(permission);
    }

    private synchronized Snapshot snapshot() {
        Map<Role, Set<String>> byRole = new EnumMap<>(Role.class);
        Map<String, String> records = new HashMap<>();
        for (Role role : Role.values()) {
            byRole.put(role, new HashSet<>());
        }
        for (ModuleDescriptor module : modules.values()) {
            records.putAll(module.records());
            module.permissions()
                    .forEach(permission -> byRole.forEach((role, granted) -> {
                        if (grants(role, permission)) {
                            granted.add(permission.name());
                        }
                    }));
        }
        byRole.replaceAll((role, granted) -> Set.copyOf(granted));
        return new Snapshot(byRole, Map.copyOf(records));
    }

    private static boolean grants(Role role, Permission permission) {
        return switch (role) {
            case PROPRIETOR, ADMIN -> true;
            case SALES_MANAGER, VIEWER -> permission.roles().contains(role);
        };
    }
}
