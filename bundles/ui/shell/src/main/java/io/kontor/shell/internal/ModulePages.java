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

/** Follows the bundles: the pages of a module are there while its bundle is active, or is being replaced. */
final class ModulePages implements BundleTrackerCustomizer<ModulePages.Shown> {

    private static final Logger LOG = LoggerFactory.getLogger(ModulePages.class);
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    /** What a bundle shows, or showed last; bundle events of one bundle do not overlap. */
    static final class Shown {
        private @Nullable UiModule module;
        private boolean active;
    }

    private final UiModules modules;

    private ModulePages(UiModules modules) {
        this.modules = modules;
    }

    static BundleTracker<Shown> follow(BundleContext context, UiModules modules) {
        BundleTracker<Shown> tracker = new BundleTracker<>(context, INSTALLED, new ModulePages(modules));
        tracker.open();
        return tracker;
    }

    @Override
    public Shown addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        Shown shown = new Shown();
        follow(bundle, shown);
        return shown;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Shown shown) {
        follow(bundle, shown);
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Shown shown) {
        synchronized (shown) {
            if (shown.module != null) {
                modules.remove(shown.module);
            }
        }
    }

    private void follow(Bundle bundle, Shown shown) {
        synchronized (shown) {
            boolean active = bundle.getState() == Bundle.ACTIVE;
            if (active && !shown.active) {
                shown.module = show(bundle);
            } else if (!active && shown.active && shown.module != null) {
                modules.rest(shown.module);
            }
            shown.active = active;
        }
    }

    /** A bundle whose description is broken is left out and named; the other modules are not its business. */
    private @Nullable UiModule show(Bundle bundle) {
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
}
