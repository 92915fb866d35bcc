package io.kontor.settings.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import io.kontor.settings.SettingsEvent;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What settings says about itself. */
@Component
public final class SettingsModule implements ModuleDescriptor {

    /** Reads how the business is set. */
    public static final String READ = "settings:read";

    /** Sets it otherwise. */
    public static final String WRITE = "settings:write";

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.administration(READ), Permission.administration(WRITE));
    }

    @Override
    public Map<String, String> records() {
        return Map.of(SettingsEvent.RECORD, READ);
    }
}
