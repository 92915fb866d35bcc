package io.kontor.settings.internal;

import io.kontor.kernel.KontorException;
import io.kontor.settings.ModuleSettings;
import io.kontor.settings.SettingsError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The modules that are here and let people set something. */
@Component(service = SettingsSections.class)
public final class SettingsSections {

    private final StoredSettings settings;
    private final Map<String, ModuleSettings> modules = new ConcurrentHashMap<>();

    @Activate
    public SettingsSections(@Reference StoredSettings settings) {
        this.settings = settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(ModuleSettings module) {
        modules.put(module.name(), module);
    }

    /** A module left; a newer one of the same name stays. */
    public void unbind(ModuleSettings module) {
        modules.remove(module.name(), module);
        settings.forget(module.name());
    }

    List<ModuleSettings> all() {
        return modules.values().stream()
                .sorted(Comparator.comparing(ModuleSettings::name))
                .toList();
    }

    /** @throws KontorException {@link SettingsError#MODULE_UNKNOWN} */
    ModuleSettings of(String module) {
        return Optional.ofNullable(modules.get(module))
                .orElseThrow(() -> new KontorException(SettingsError.MODULE_UNKNOWN, Map.of("module", module)));
    }
}
