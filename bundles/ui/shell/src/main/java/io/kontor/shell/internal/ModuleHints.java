package io.kontor.shell.internal;

import io.kontor.rest.NodeHints;
import io.kontor.rest.Traffic;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells the open pages that the list of modules has changed, and the list which modules are being replaced; apart from the
 * pages, which do without the REST side.
 */
@Component(service = ModuleHints.class, immediate = true)
public final class ModuleHints {

    private final UiModules modules;
    private final Runnable tell;

    @Activate
    public ModuleHints(@Reference UiModules modules, @Reference NodeHints hints, @Reference Traffic traffic) {
        this.modules = modules;
        modules.heldBy(traffic::held);
        this.tell = () -> hints.tell("module");
        modules.listen(tell);
    }

    @Deactivate
    void stop() {
        modules.ignore(tell);
        modules.heldBy(module -> false);
    }
}
