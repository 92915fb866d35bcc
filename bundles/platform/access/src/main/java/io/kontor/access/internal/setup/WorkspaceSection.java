package io.kontor.access.internal.setup;

import io.kontor.settings.ModuleSettings;
import org.osgi.service.component.annotations.Component;

/** What can be set about the workspace itself. */
@Component
public final class WorkspaceSection implements ModuleSettings {

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Class<? extends Record> settings() {
        return Workspace.class;
    }
}
