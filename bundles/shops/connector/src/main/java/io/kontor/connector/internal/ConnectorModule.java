package io.kontor.connector.internal;

import io.kontor.connector.ConnectorEvent;
import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class ConnectorModule implements ModuleDescriptor {

    static final String READ = "connector:read";
    static final String MANAGE = "connector:manage";

    @Override
    public String name() {
        return "connector";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.sales(READ), Permission.administration(MANAGE));
    }

    @Override
    public Map<String, String> records() {
        return Map.of(ConnectorEvent.RECORD, READ);
    }
}
