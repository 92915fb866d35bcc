package io.kontor.modules.internal.engine;

import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ArchiveReader.Opened;
import io.kontor.modules.internal.framework.BundleFailed;
import io.kontor.modules.internal.store.Operation.Step;
import io.kontor.rest.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One module in the place of another, with all that depends on it: hold, drain, stop, install, refresh, start, check. Who
 * calls it holds nothing and must release afterwards, whatever came of it.
 */
final class Swap {

    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    private final ModuleBundles bundles;
    private final Traffic traffic;

    Swap(ModuleBundles bundles, Traffic traffic) {
        this.bundles = bundles;
        this.traffic = traffic;
    }

    /**
     * What is to be done.
     *
     * @param module the module that changes
     * @param archive what it becomes; empty to take it away
     * @param stop all that must not run meanwhile, in the order in which they start
     * @param start those of them that are to run afterwards, in that order
     */
    record Change(String module, Optional<Opened> archive, List<String> stop, List<String> start) {

        /** Everybody whose requests wait. */
        Set<String> affected() {
            Set<String> all = new TreeSet<>(stop);
            all.addAll(start);
            all.add(module);
            return all;
        }

        /** Back to what was there before. */
        Change back(Optional<Opened> former, List<String> running) {
            return new Change(module, former, List.copyOf(affected()), running);
        }
    }

    /** @throws SwapFailed if a module does not do what it must; then some of it has happened */
    void run(Change change, Consumer<Step> progress) {
        hold(change, progress);
        replace(change, progress);
    }

    private void hold(Change change, Consumer<Step> progress) {
        progress.accept(Step.DRAIN);
        traffic.hold(change.affected());
        try {
            if (!traffic.drain(change.affected(), bundles.drain())) {
                LOG.warn(
                        "Some requests for {} did not end within {} s",
                        change.affected(),
                        bundles.drain().toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwapFailed(change.module(), ModuleReason.STOPPED.with(Map.of()), false, e);
        }
    }

    /** As {@link #run}, where requests are held already. */
    void replace(Change change, Consumer<Step> progress) {
        progress.accept(Step.STOP);
        List<String> backwards = new ArrayList<>(change.stop());
        Collections.reverse(backwards);
        backwards.forEach(this::stop);
        try {
            progress.accept(Step.INSTALL);
            List<Long> gone = bundles.put(change.module(), change.archive());
            progress.accept(Step.REFRESH);
            bundles.refresh(gone);
        } catch (BundleFailed e) {
            throw SwapFailed.of(change.module(), e);
        }
        progress.accept(Step.START);
        change.start().forEach(bundles::start);
        progress.accept(Step.CHECK);
        change.start().forEach(bundles::check);
    }

    /** What does not stop properly goes all the same: it is about to be replaced. */
    private void stop(String module) {
        try {
            bundles.stop(module);
        } catch (SwapFailed e) {
            LOG.warn("{} did not stop as it should: {}", module, e.reason(), e);
        }
    }
}
