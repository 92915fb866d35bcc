package io.kontor.order.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class OrderModule implements ModuleDescriptor {
    static final String READ = "order:read";
    static final String ORIGINAL = "order:original";

    @Override
    public String name() {
        return "order";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.everybody(READ), Permission.sales(ORIGINAL));
    }

    @Override
    public Map<String, String> records() {
        return Map.of("order", READ);
    }
}
