package io.kontor.demo.internal;

import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.CommandRefused;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The workspace that the operator means. */
@Component(service = DemoWorkspaces.class)
public final class DemoWorkspaces {
    static final Set<String> LANGUAGES = Set.of("en", "ru", "de");

    private final WorkspaceDirectory directory;

    @Activate
    public DemoWorkspaces(@Reference WorkspaceDirectory directory) {
        this.directory = directory;
    }

    /**
     * The one that the words name, or the only one there is.
     *
     * @throws CommandRefused if there are several, or none of this name
     */
    WorkspaceId of(List<String> words) {
        Set<WorkspaceId> all = directory.all();
        if (words.isEmpty() && all.size() == 1) {
            return all.iterator().next();
        }
        return all.stream()
                .filter(known -> words.equals(List.of(known.value())))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("Name one of the workspaces: "
                        + all.stream().map(WorkspaceId::value).sorted().toList()));
    }
}
