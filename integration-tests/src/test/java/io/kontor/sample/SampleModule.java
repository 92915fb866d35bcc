package io.kontor.sample;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class SampleModule implements ModuleDescriptor {
    static final String READ = "sample:read";

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.everybody(READ));
    }
}
