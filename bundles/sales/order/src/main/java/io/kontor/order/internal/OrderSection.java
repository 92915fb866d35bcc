package io.kontor.order.internal;

import io.kontor.settings.ModuleSettings;
import org.osgi.service.component.annotations.Component;

/** The module's section on the Settings page. */
@Component
public final class OrderSection implements ModuleSettings {

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Class<? extends Record> settings() {
        return OrderSettings.class;
    }
}
