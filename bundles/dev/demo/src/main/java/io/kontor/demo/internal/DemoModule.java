package io.kontor.demo.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class DemoModule implements ModuleDescriptor {

    /** Sees whether sample data is there, and removes it. */
    static final String REMOVE = "demo:remove";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.administration(REMOVE));
    }
}
