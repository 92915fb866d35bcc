package io.kontor.telemetry.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens at a stop before the first bundle stops: the framework tells listeners of this kind first and waits for
 * them. The operator reads in {@code run/stopping} how far it is, also when the socket is gone.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "io.kontor.telemetry")
public final class GracefulStop implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

    private final BundleContext context;
    private final Traffic traffic;
    private final Path note;
    private final Duration announcement;
    private final Duration patience;

    @Activate
    public GracefulStop(BundleContext context, TelemetryConfiguration configuration, @Reference Traffic traffic) {
        this.context = context;
        this.traffic = traffic;
        this.note = Path.of(context.getProperty("karaf.data"), "run", "stopping");
        this.announcement = Duration.ofSeconds(configuration.stop_announce_seconds());
        this.patience = Duration.ofSeconds(configuration.stop_requests_seconds());
        context.addBundleListener(this);
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            stop();
        }
    }

    private void stop() {
        LOG.info("Stopping: {} requests are under way", traffic.underWay());
        try {
            traffic.announce();
            if (!announcement.isZero()) {
                tell("it says that it is not ready, for " + announcement.toSeconds() + " s, and goes on");
                TimeUnit.NANOSECONDS.sleep(announcement.toNanos());
            }
            tell("it accepts nothing new and answers what is under way, for " + patience.toSeconds() + " s at most");
            traffic.close();
            int left = traffic.shut(patience);
            if (left > 0) {
                LOG.warn("{} requests were not answered within {} s and are broken off", left, patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever stops the product is in a hurry
        }
        tell("it stops its modules, and then the database");
        LOG.info("Stopping: the doors are shut");
    }

    private void tell(String where) {
        try {
            Files.createDirectories(note.getParent());
            Files.writeString(note, where + "\n");
        } catch (IOException e) {
            LOG.info("{} cannot be written; the stop goes on without it", note, e);
        }
    }
}
