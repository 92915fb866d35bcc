package io.kontor.modules.internal.engine;

import io.kontor.modules.internal.framework.Framework;
import io.kontor.modules.internal.framework.Framework.Installed;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.plan.Planner;
import io.kontor.modules.internal.plan.Presence;
import io.kontor.modules.internal.plan.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/** The framework as plans look at it. */
final class ModuleWorld {

    private final Framework framework;
    private final ModuleBundles bundles;
    private final Statuses statuses;

    ModuleWorld(Framework framework, ModuleBundles bundles, Statuses statuses) {
        this.framework = framework;
        this.bundles = bundles;
        this.statuses = statuses;
    }

    World now() {
        Map<String, List<Resource>> resources = new TreeMap<>();
        for (Installed bundle : bundles.installed()) {
            resources
                    .computeIfAbsent(bundle.module(), module -> new ArrayList<>())
                    .add(bundle.resource());
        }
        Map<String, Presence> modules = new TreeMap<>();
        resources.forEach((module, all) -> {
            Versioned artefact = statuses.of(module)
                    .map(Status::artefact)
                    .orElse(new Versioned("", Version.emptyVersion.toString()));
            modules.put(
                    module, new Presence(module, artefact.artefact(), Version.parseVersion(artefact.version()), all));
        });
        // One that is quarantined has no bundles, and can be changed or removed all the same.
        statuses.all()
                .forEach((module, status) -> modules.computeIfAbsent(
                        module,
                        name -> new Presence(
                                name,
                                status.artefact().artefact(),
                                Version.parseVersion(status.artefact().version()),
                                List.of())));
        return new World(framework.base(), modules);
    }

    Planner planner() {
        return new Planner(
                now(),
                module -> framework.baseAffected(bundles.ids(module)),
                module -> framework.serviceUsers(bundles.ids(module)));
    }
}
