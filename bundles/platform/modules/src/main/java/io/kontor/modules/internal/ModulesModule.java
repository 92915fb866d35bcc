package io.kontor.modules.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the modules engine says about itself. */
@Component
public final class ModulesModule implements ModuleDescriptor {

    /** Sees what is installed and what happened to it. */
    public static final String READ = "modules:read";

    /** Installs, updates and removes; an uploaded module has all the rights of the product. */
    public static final String WRITE = "modules:write";

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.administration(READ), Permission.administration(WRITE));
    }
}
