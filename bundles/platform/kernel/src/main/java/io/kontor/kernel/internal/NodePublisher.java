package io.kontor.kernel.internal;

import io.kontor.kernel.Node;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the {@link Node}: machine and installation folder tell the nodes apart, and stay the same at a restart. */
@Component(service = {})
public final class NodePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(NodePublisher.class);
    private static final int NAME_LENGTH = 12;

    private final ServiceRegistration<Node> registration;

    @Activate
    public NodePublisher(BundleContext context) {
        String place = machine() + ":" + context.getProperty("karaf.base");
        String name = shorten(UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
        registration = context.registerService(Node.class, new Node(name, shorten(UUID.randomUUID())), null);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            LOG.info("This machine does not know its own name; the installation folder alone tells nodes apart", e);
            return "";
        }
    }

    private static String shorten(UUID uuid) {
        return uuid.toString().replace("-", "").substring(0, NAME_LENGTH);
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }
}
