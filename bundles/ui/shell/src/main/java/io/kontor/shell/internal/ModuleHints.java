package io.kontor.shell.internal;

import io.kontor.rest.NodeHints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells the open pages that the list of modules has changed; apart from the pages, which do without the event stream. */
@Component(service = ModuleHints.class, immediate = true)
public final class ModuleHints {

    private final UiModules modules;
    private final Runnable tell;

    @Activate
    public ModuleHints(@Reference UiModules modules, @Reference NodeHints hints) {
        this.modules = modules;
        this.tell = () -> hints.tell("module");
        modules.listen(tell);
    }

    @Deactivate
    void stop() {
        modules.ignore(tell);
    }
}
