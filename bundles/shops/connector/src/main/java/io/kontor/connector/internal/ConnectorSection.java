package io.kontor.connector.internal;

import io.kontor.settings.ModuleSettings;
import org.osgi.service.component.annotations.Component;

/** The module's section on the Settings page. */
@Component
public final class ConnectorSection implements ModuleSettings {

    @Override
    public String name() {
        return "connector";
    }

    @Override
    public Class<? extends Record> settings() {
        return ConnectorSettings.class;
    }
}
