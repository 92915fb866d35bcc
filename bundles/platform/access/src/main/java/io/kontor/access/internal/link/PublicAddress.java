package io.kontor.access.internal.link;

import io.kontor.access.internal.setup.Workspace;
import io.kontor.settings.Settings;
import java.io.IOException;
import java.util.function.Supplier;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The address that links lead to: the node's, or else the one at which the workspace was set up; never the host of the
 * request that asks for a link, which an attacker may choose.
 */
@Component(service = PublicAddress.class, configurationPid = "io.kontor.access")
@Designate(ocd = PublicAddress.Config.class)
public final class PublicAddress {

    /** Node settings, {@code etc/io.kontor.access.cfg}. */
    @ObjectClassDefinition(name = "Access")
    public @interface Config {
        @AttributeDefinition(description = "Where browsers reach this installation, such as https://crm.example.org")
        String public_url() default "";
    }

    private static final String WEB = "org.ops4j.pax.web";
    private static final String PORT = "org.osgi.service.http.port";

    private final Settings settings;
    private final Supplier<String> here;
    private final String configured;

    @Activate
    public PublicAddress(@Reference Settings settings, @Reference ConfigurationAdmin configurations, Config config) {
        this(settings, () -> "http://localhost:" + port(configurations), config.public_url());
    }

    private PublicAddress(Settings settings, Supplier<String> here, String configured) {
        this.settings = settings;
        this.here = here;
        this.configured = configured.strip().replaceAll("/+$", "");
    }

    /** One that needs no web server to know where it is. */
    public PublicAddress(Settings settings, String configured) {
        this(settings, () -> configured, configured);
    }

    /** The page that a link leads to; the token stands behind the # so that no server logs it. */
    public String link(LinkKind kind, String token) {
        return base() + kind.page() + "#" + token;
    }

    /** Without a slash at the end. */
    public String base() {
        if (!configured.isEmpty()) {
            return configured;
        }
        String known = settings.get("access", Workspace.class).address();
        return known.isEmpty() ? here.get() : known;
    }

    private static String port(ConfigurationAdmin configurations) {
        try {
            var properties = configurations.getConfiguration(WEB, "?").getProperties();
            Object port = properties == null ? null : properties.get(PORT);
            return port == null ? "8181" : port.toString();
        } catch (IOException e) {
            throw new IllegalStateException("The settings of the web server cannot be read", e);
        }
    }
}
