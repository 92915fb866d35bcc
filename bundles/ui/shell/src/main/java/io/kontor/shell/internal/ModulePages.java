package io.kontor.shell.internal;

import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the bundles: the pages of a module are there exactly while its bundle is active. */
final class ModulePages implements BundleTrackerCustomizer<UiModule> {

    private static final Logger LOG = LoggerFactory.getLogger(ModulePages.class);

    private final UiModules modules;

    private ModulePages(UiModules modules) {
        this.modules = modules;
    }

    static BundleTracker<UiModule> follow(BundleContext context, UiModules modules) {
        BundleTracker<UiModule> tracker = new BundleTracker<>(context, Bundle.ACTIVE, new ModulePages(modules));
        tracker.open();
        return tracker;
    }

    /** A bundle whose description is broken is left out and named; the other modules are not its business. */
    @Override
    public @Nullable UiModule addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        URL description = bundle.getEntry(UiModules.FOLDER + "/module.json");
        if (description == null) {
            return null;
        }
        try {
            UiModule module = modules.read(description);
            modules.add(module, Files.of(bundle, UiModules.FOLDER));
            return module;
        } catch (RuntimeException e) {
            LOG.error("The pages of {} are left out", bundle.getSymbolicName(), e);
            return null;
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, UiModule module) {
        // An active bundle's content never changes: an update stops it first.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, UiModule module) {
        modules.remove(module);
    }
}
