package io.kontor.workspaces.internal;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Where the first workspace stays when a second one comes: the machine itself and the installation's public address.
 *
 * @param names host names without port, in lower case
 */
record FirstHosts(Set<String> names) {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");

    /** The public address is the whole installation's; {@code etc/io.kontor.access.cfg} has it. */
    @ObjectClassDefinition(name = "Workspaces")
    @interface Config {
        @AttributeDefinition(description = "Where browsers reach this installation, such as https://crm.example.org")
        String public_url() default "";
    }

    static FirstHosts of(Config config) {
        Set<String> names = new LinkedHashSet<>(LOOPBACK);
        Optional.ofNullable(URI.create(config.public_url().strip()).getHost())
                .map(WorkspaceService::normal)
                .ifPresent(names::add);
        return new FirstHosts(names);
    }
}
