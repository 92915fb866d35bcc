package io.kontor.access.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What access says about itself. */
@Component
public final class AccessModule implements ModuleDescriptor {

    /** Reads names and e-mails of colleagues. */
    public static final String READ = "access:read";

    /** Invites, changes and deactivates users. */
    public static final String USERS = "access:users";

    /** Makes API tokens for oneself. */
    public static final String TOKENS = "access:tokens";

    /** Reads who did what. */
    public static final String AUDIT = "access:audit";

    /** Reads what the product can be asked for. */
    public static final String OPERATIONS = "access:operations";

    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.everybody(READ),
                Permission.administration(USERS),
                Permission.sales(TOKENS),
                Permission.administration(AUDIT),
                Permission.administration(OPERATIONS));
    }

    @Override
    public Map<String, String> records() {
        return Map.of("user", READ);
    }
}
