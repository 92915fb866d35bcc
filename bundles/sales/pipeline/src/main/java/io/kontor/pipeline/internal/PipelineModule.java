package io.kontor.pipeline.internal;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself. */
@Component
public final class PipelineModule implements ModuleDescriptor {
    static final String READ = "pipeline:read";
    static final String WRITE = "pipeline:write";
    static final String MANAGE = "pipeline:manage";

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.everybody(READ), Permission.sales(WRITE), Permission.administration(MANAGE));
    }

    @Override
    public Map<String, String> records() {
        return Map.of("deal", READ, "pipeline", READ);
    }
}
