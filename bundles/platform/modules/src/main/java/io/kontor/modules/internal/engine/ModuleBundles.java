package io.kontor.modules.internal.engine;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ArchiveReader.Opened;
import io.kontor.modules.internal.archive.ModuleBundle;
import io.kontor.modules.internal.framework.BundleFailed;
import io.kontor.modules.internal.framework.Framework;
import io.kontor.modules.internal.framework.Framework.Installed;
import io.kontor.rest.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What is done to all bundles of a module: those that export start first and stop last. */
final class ModuleBundles {

    /** The first looks follow each other quickly, for the sake of held requests; a look is not for nothing. */
    private static final long FIRST_LOOK_MILLISECONDS = 5;

    private static final long LAST_LOOK_MILLISECONDS = 80;

    private final Framework framework;
    private final Traffic traffic;
    private final Limits limits;

    /** Bundles that hang. The framework keeps them locked: whoever touches one hangs as well. */
    private final Set<Long> stuck = ConcurrentHashMap.newKeySet();

    ModuleBundles(Framework framework, Traffic traffic, Limits limits) {
        this.framework = framework;
        this.traffic = traffic;
        this.limits = limits;
    }

    /** The module's bundles, those that export first. */
    List<Installed> of(String module) {
        return installed().stream()
                .filter(bundle -> bundle.module().equals(module))
                .sorted(Comparator.comparing(bundle -> !bundle.symbolicName().endsWith(ModuleBundle.API)))
                .toList();
    }

    List<Installed> installed() {
        return framework.installed().stream()
                .filter(bundle -> !stuck.contains(bundle.id()))
                .toList();
    }

    List<Long> ids(String module) {
        return of(module).stream().map(Installed::id).toList();
    }

    boolean active(String module) {
        List<Installed> bundles = of(module);
        return !bundles.isEmpty() && bundles.stream().allMatch(Installed::active);
    }

    Set<String> checksums(String module) {
        return of(module).stream().map(Installed::sha256).collect(Collectors.toSet());
    }

    /** @throws SwapFailed with the reason */
    void start(String module) {
        for (Installed bundle : of(module)) {
            guarded(module, bundle, () -> framework.start(bundle.id(), limits.start()));
        }
    }

    /** @throws SwapFailed with the reason */
    void stop(String module) {
        List<Installed> bundles = new ArrayList<>(of(module));
        Collections.reverse(bundles);
        for (Installed bundle : bundles) {
            guarded(module, bundle, () -> framework.stop(bundle.id(), limits.start()));
        }
    }

    /**
     * Takes away what is not in the archive and installs what is missing.
     *
     * @param archive empty to take all away
     * @return the bundles that were taken away; they must be refreshed
     */
    List<Long> put(String module, Optional<Opened> archive) {
        List<ModuleBundle> wanted =
                archive.map(opened -> opened.archive().bundles()).orElse(List.of());
        Set<String> checksums = wanted.stream().map(ModuleBundle::sha256).collect(Collectors.toSet());
        List<Long> gone = new ArrayList<>();
        for (Installed bundle : of(module)) {
            if (!checksums.contains(bundle.sha256())) {
                guarded(module, bundle, () -> framework.uninstall(bundle.id()));
                gone.add(bundle.id());
            }
        }
        Set<String> there = checksums(module);
        for (ModuleBundle bundle : wanted) {
            if (!there.contains(bundle.sha256())) {
                try {
                    framework.install(module, bundle, archive.orElseThrow().jar(bundle));
                } catch (BundleFailed e) {
                    throw SwapFailed.of(module, e);
                }
            }
        }
        return gone;
    }

    void refresh(Collection<Long> gone) {
        if (!gone.isEmpty()) {
            framework.refresh(gone, limits.start());
        }
    }

    /**
     * Waits until every part of the module is ready.
     *
     * @throws SwapFailed with what is not, when the time is over
     */
    void check(String module) {
        long end = System.nanoTime() + limits.ready().toNanos();
        long pause = FIRST_LOOK_MILLISECONDS;
        Optional<Reason> reason = unready(module);
        while (reason.isPresent()) {
            if (System.nanoTime() - end > 0) {
                throw new SwapFailed(module, reason.get(), false, null);
            }
            pause(pause);
            pause = Math.min(2 * pause, LAST_LOOK_MILLISECONDS);
            reason = unready(module);
        }
    }

    Optional<Reason> unready(String module) {
        return framework
                .unready(module)
                .or(() -> traffic.closed(module).map(path -> ModuleReason.ENDPOINT.with(Map.of("endpoint", path))));
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleFailed(ModuleReason.STOPPED.with(Map.of()), false, e);
        }
    }

    private void guarded(String module, Installed bundle, Runnable work) {
        try {
            work.run();
        } catch (BundleFailed e) {
            if (e.hangs()) {
                stuck.add(bundle.id());
            }
            throw SwapFailed.of(module, e);
        }
    }

    /** Requests in flight get this long. */
    Duration drain() {
        return limits.drain();
    }
}
