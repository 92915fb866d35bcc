package io.kontor.hostile.hanging;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Never comes back from its start, whoever interrupts it. */
public final class HangingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        while (true) {
            LockSupport.parkNanos(1_000_000_000L);
            Thread.interrupted();
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
