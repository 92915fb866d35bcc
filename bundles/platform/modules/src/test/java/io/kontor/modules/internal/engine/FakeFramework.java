package io.kontor.modules.internal.engine;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ModuleBundle;
import io.kontor.modules.internal.framework.BundleFailed;
import io.kontor.modules.internal.framework.Framework;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.resource.Resource;

/** A framework that does what it is told to, and whose bundles do or do not. */
final class FakeFramework implements Framework {

    final List<String> calls = new ArrayList<>();

    /** By the checksum of a bundle: what it does at its start. */
    final Map<String, BundleFailed> failing = new HashMap<>();

    /** By module: what is never ready. */
    final Map<String, Reason> unready = new HashMap<>();

    private final Map<Long, Installed> bundles = new TreeMap<>();
    private final Set<Long> removed = new HashSet<>();
    private long next = 100;

    static BundleFailed throwing() {
        return new BundleFailed(ModuleReason.START_THREW.with(Map.of("message", "no luck")), false, null);
    }

    static BundleFailed hanging() {
        return new BundleFailed(ModuleReason.START_HANGS.with(Map.of("seconds", 30)), true, null);
    }

    @Override
    public List<Installed> installed() {
        return List.copyOf(bundles.values());
    }

    @Override
    public List<Resource> base() {
        return List.of();
    }

    @Override
    public long install(String module, ModuleBundle bundle, byte[] jar) {
        next++;
        calls.add("install " + bundle.symbolicName() + " " + bundle.version());
        bundles.put(
                next, new Installed(next, module, bundle.symbolicName(), bundle.sha256(), false, bundle.resource()));
        return next;
    }

    @Override
    public void uninstall(long id) {
        calls.add("uninstall " + bundles.get(id).symbolicName());
        bundles.remove(id);
        removed.add(id);
    }

    @Override
    public void start(long id, Duration limit) {
        Installed bundle = bundles.get(id);
        if (!bundle.active()) {
            calls.add("start " + bundle.symbolicName());
        }
        BundleFailed failure = failing.get(bundle.sha256());
        if (failure != null) {
            throw failure;
        }
        activate(id, true);
    }

    @Override
    public void stop(long id, Duration limit) {
        if (bundles.get(id).active()) {
            calls.add("stop " + bundles.get(id).symbolicName());
        }
        activate(id, false);
    }

    private void activate(long id, boolean active) {
        bundles.computeIfPresent(
                id,
                (key, bundle) -> new Installed(
                        id, bundle.module(), bundle.symbolicName(), bundle.sha256(), active, bundle.resource()));
    }

    @Override
    public void refresh(Collection<Long> ids, Duration limit) {
        calls.add("refresh");
        removed.removeAll(ids);
    }

    @Override
    public Set<String> baseAffected(Collection<Long> ids) {
        return Set.of();
    }

    @Override
    public Set<String> serviceUsers(Collection<Long> ids) {
        return Set.of();
    }

    @Override
    public Optional<Reason> unready(String module) {
        return Optional.ofNullable(unready.get(module));
    }
}
