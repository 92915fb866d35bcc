package io.kontor.connector.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The address that the world knows the current workspace by. */
@Component(
        service = PublicUrl.class,
        configurationPid = {ConnectorConfig.PID, ConnectorConfig.ADDRESS_PID})
public final class PublicUrl {

    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;
    private final String installation;

    @Activate
    public PublicUrl(
            @Reference WorkspaceDirectory directory, @Reference WorkspaceContext workspaces, ConnectorConfig config) {
        this(directory, workspaces, config.public_url());
    }

    PublicUrl(WorkspaceDirectory directory, WorkspaceContext workspaces, String installation) {
        this.directory = directory;
        this.workspaces = workspaces;
        this.installation = installation.strip().replaceAll("/+$", "");
    }

    /**
     * The installation's address, under the workspace's own name where it has one; without a slash at the end, and empty
     * where the installation has none.
     */
    Optional<String> ofWorkspace() {
        if (installation.isEmpty()) {
            return Optional.empty();
        }
        URI configured = URI.create(installation);
        Set<String> own = directory.hosts(workspaces.current());
        if (own.isEmpty() || own.contains(configured.getHost())) {
            return Optional.of(installation);
        }
        String port = configured.getPort() < 0 ? "" : ":" + configured.getPort();
        return own.stream()
                .filter(host -> !host.equals("localhost") && !host.startsWith("127."))
                .sorted()
                .findFirst()
                .map(host -> configured.getScheme() + "://" + host + port)
                .or(() -> Optional.of(installation));
    }
}
