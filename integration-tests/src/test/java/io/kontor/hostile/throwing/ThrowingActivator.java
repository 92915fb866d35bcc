package io.kontor.hostile.throwing;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Throws when its bundle is started. */
public final class ThrowingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("The cellar is flooded");
    }

    @Override
    public void stop(BundleContext context) {}
}
