package io.kontor.hostile.leaking;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts a thread and never ends it: thread, class loader and a megabyte stay behind when it is stopped. */
public final class LeakingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        byte[] kept = new byte[1 << 20];
        Thread thread = new Thread(
                () -> {
                    while (kept.length > 0) {
                        LockSupport.parkNanos(1_000_000_000L);
                    }
                },
                "hostile-leak");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {}
}
