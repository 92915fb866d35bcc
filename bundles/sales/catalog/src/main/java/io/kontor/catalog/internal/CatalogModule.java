package io.kontor.catalog.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class CatalogModule implements ModuleDescriptor {
    static final String READ = "catalog:read";
    static final String WRITE = "catalog:write";

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.everybody(READ), Permission.sales(WRITE));
    }

    @Override
    public Map<String, String> records() {
        return Map.of("product", READ);
    }
}
