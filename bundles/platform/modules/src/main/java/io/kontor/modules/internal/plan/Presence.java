package io.kontor.modules.internal.plan;

import java.util.List;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/**
 * A module that is installed, whether it runs or not.
 *
 * @param artefact what it was installed from
 * @param bundles what its bundles provide and require; none of one that is quarantined
 */
public record Presence(String module, String artefact, Version version, List<Resource> bundles) {

    public Presence {
        bundles = List.copyOf(bundles);
    }
}
