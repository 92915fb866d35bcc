package io.kontor.pipeline.internal;

import io.kontor.settings.ModuleSettings;
import org.osgi.service.component.annotations.Component;

/** The module's section on the Settings page. */
@Component
public final class PipelineSection implements ModuleSettings {

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Class<? extends Record> settings() {
        return PipelineSettings.class;
    }
}
