package io.kontor.access.internal.link;

import io.kontor.access.internal.setup.Workspace;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The address that a workspace's links lead to: the node's, or else the one at which the workspace was set up; never the
 * host of the request that asks for a link, which an attacker may choose. A workspace that has hosts of its own is at one
 * of them and never at another workspace's.
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

    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;
    private final Settings settings;
    private final Installation installation;

    /**
     * Where the installation is.
     *
     * @param here the address on this machine
     * @param configured the address for everybody else; may be empty
     */
    public record Installation(Supplier<String> here, String configured) {}

    @Activate
    public PublicAddress(
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces,
            @Reference Settings settings,
            @Reference ConfigurationAdmin configurations,
            Config config) {
        this(
                directory,
                workspaces,
                settings,
                new Installation(
                        () -> "http://localhost:" + port(configurations),
                        config.public_url().strip().replaceAll("/+$", "")));
    }

    /** One that needs no web server to know where it is. */
    public PublicAddress(
            WorkspaceDirectory directory, WorkspaceContext workspaces, Settings settings, Installation installation) {
        this.directory = directory;
        this.workspaces = workspaces;
        this.settings = settings;
        this.installation = installation;
    }

    /** The page that a link leads to; the token stands behind the # so that no server logs it. */
    public String link(LinkKind kind, String token) {
        return base() + kind.page() + "#" + token;
    }

    /** Without a slash at the end. */
    public String base() {
        Set<String> own = directory.hosts(workspaces.current());
        return Stream.of(
                        installation.configured(),
                        settings.get("access", Workspace.class).address())
                .filter(address -> !address.isEmpty())
                .filter(address -> own.isEmpty() || own.contains(host(address)))
                .findFirst()
                .orElseGet(() -> named(own));
    }

    /** Of the workspace's own names the first that others than this machine know, at the installation's port. */
    private String named(Set<String> own) {
        Optional<String> host = own.stream()
                .min(Comparator.comparing(PublicAddress::loopback).thenComparing(Comparator.naturalOrder()));
        if (host.isEmpty()) {
            return installation.here().get();
        }
        boolean outside = !installation.configured().isEmpty() && !loopback(host.get());
        URI like = URI.create(
                outside ? installation.configured() : installation.here().get());
        return like.getScheme() + "://" + host.get() + (like.getPort() < 0 ? "" : ":" + like.getPort());
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.");
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
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
