package io.kontor.connector.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Dictionary;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a shop on this very machine reaches us. */
@Component(service = LocalAddress.class)
public class LocalAddress {

    private static final String WEB_SERVER = "org.ops4j.pax.web";
    private static final String PORT = "org.osgi.service.http.port";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final ConfigurationAdmin configurations;

    @Activate
    public LocalAddress(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /** Empty for a shop on another machine, or where the web server's port is unknown. */
    Optional<String> towards(URI shop) {
        return THIS_MACHINE.contains(shop.getHost())
                ? port().map(port -> "http://127.0.0.1:" + port)
                : Optional.empty();
    }

    private Optional<String> port() {
        try {
            Dictionary<String, Object> properties =
                    configurations.getConfiguration(WEB_SERVER, "?").getProperties();
            return Optional.ofNullable(properties).map(known -> known.get(PORT)).map(Object::toString);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of the web server cannot be read", e);
        }
    }
}
