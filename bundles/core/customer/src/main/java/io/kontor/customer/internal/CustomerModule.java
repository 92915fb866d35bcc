package io.kontor.customer.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class CustomerModule implements ModuleDescriptor {

    public static final String READ = "customer:read";
    public static final String WRITE = "customer:write";
    public static final String MERGE = "customer:merge";
    public static final String CONFIGURE = "customer:configure";

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.everybody(READ),
                Permission.sales(WRITE),
                Permission.sales(MERGE),
                Permission.administration(CONFIGURE));
    }

    @Override
    public Map<String, String> records() {
        return Map.of(CustomerQueries.TYPE, READ);
    }
}
