package io.kontor.modules.internal.engine;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.modules.internal.ModulesError;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A module has all the rights of the product, over every workspace's data. Where several businesses share an installation,
 * the administrators of the first one alone see to its modules.
 */
@Component(service = InstallationOwner.class)
public final class InstallationOwner {

    private static final WorkspaceId FIRST = new WorkspaceId("main");

    private final WorkspaceContext workspaces;
    private final WorkspaceDirectory directory;

    @Activate
    public InstallationOwner(@Reference WorkspaceContext workspaces, @Reference WorkspaceDirectory directory) {
        this.workspaces = workspaces;
        this.directory = directory;
    }

    /** @throws KontorException {@link ModulesError#NOT_THE_OWNER} in another workspace than the first of several */
    public void require() {
        boolean owner = workspaces.bound().stream().allMatch(FIRST::equals)
                || directory.all().size() <= 1;
        if (!owner) {
            throw new KontorException(ModulesError.NOT_THE_OWNER);
        }
    }
}
