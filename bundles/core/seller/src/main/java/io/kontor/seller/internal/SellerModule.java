package io.kontor.seller.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class SellerModule implements ModuleDescriptor {

    static final String READ = "seller:read";
    static final String WRITE = "seller:write";

    @Override
    public String name() {
        return "seller";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.everybody(READ), Permission.administration(WRITE));
    }
}
