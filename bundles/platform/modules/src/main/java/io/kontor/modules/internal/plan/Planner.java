package io.kontor.modules.internal.plan;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.archive.ModuleBundle;
import io.kontor.modules.internal.plan.InstallPlan.Affected;
import io.kontor.modules.internal.plan.InstallPlan.Effect;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Makes plans. Looks at the framework and changes nothing. */
public final class Planner {

    /** An archive that would be installed. */
    public record Target(ModuleArchive archive, boolean trusted, Optional<String> signer) {}

    private final World world;
    private final Function<String, Set<String>> baseAffected;
    private final Function<String, Set<String>> serviceUsers;

    /**
     * @param baseAffected the bundles of the base that would be refreshed with those of a module
     * @param serviceUsers the modules that cannot do without a service of a module
     */
    public Planner(
            World world, Function<String, Set<String>> baseAffected, Function<String, Set<String>> serviceUsers) {
        this.world = world;
        this.baseAffected = baseAffected;
        this.serviceUsers = serviceUsers;
    }

    /** A plan that fails before anything was looked at. */
    public InstallPlan refused(Action action, String module, Optional<Target> target, Reason reason) {
        return plan(action, module, target, List.of(), Optional.of(reason));
    }

    /** What it would be to remove a module; its data stays. */
    public InstallPlan remove(String module) {
        if (!world.modules().containsKey(module)) {
            return refused(Action.REMOVE, module, Optional.empty(), ModuleReason.NOT_THERE.with(Map.of()));
        }
        List<Affected> affected = new ArrayList<>(List.of(new Affected(module, Effect.REMOVED)));
        affected.addAll(dependents(module, world.without(module)));
        return plan(Action.REMOVE, module, Optional.empty(), affected, base(module));
    }

    /** What it would be to install a module, or to put another version in the place of the one that is there. */
    public InstallPlan change(Action action, String module, Target target) {
        ModuleArchive archive = target.archive();
        Optional<Reason> refusal = misplaced(action, module, archive);
        if (refusal.isPresent()) {
            return refused(action, module, Optional.of(target), refusal.get());
        }
        World after = world.with(new Presence(
                module,
                archive.id(),
                archive.version(),
                archive.bundles().stream().map(ModuleBundle::resource).toList()));
        List<Affected> affected = new ArrayList<>();
        affected.add(new Affected(module, action == Action.INSTALL ? Effect.INSTALLED : Effect.UPDATED));
        affected.addAll(dependents(module, after));
        refusal = new Refusals(world.without(module))
                .of(archive)
                .or(() -> stranded(module, after))
                .or(() -> base(module));
        return plan(action, module, Optional.of(target), affected, refusal);
    }

    private Optional<Reason> misplaced(Action action, String module, ModuleArchive archive) {
        Optional<Presence> present = Optional.ofNullable(world.modules().get(module));
        if (!archive.module().equals(module)) {
            return Optional.of(ModuleReason.OTHER_MODULE.with(Map.of("module", archive.module())));
        }
        if (action == Action.INSTALL) {
            return present.filter(there -> !there.bundles().isEmpty())
                    .map(there -> ModuleReason.ALREADY_THERE.with(
                            Map.of("version", there.version().toString())));
        }
        if (present.isEmpty()) {
            return Optional.of(ModuleReason.NOT_THERE.with(Map.of()));
        }
        return present.filter(there -> there.artefact().equals(archive.id()))
                .filter(there -> !there.bundles().isEmpty())
                .map(there ->
                        ModuleReason.SAME.with(Map.of("version", there.version().toString())));
    }

    /** Those that use the module, before or after; they run again afterwards where they can. */
    private List<Affected> dependents(String module, World after) {
        Set<String> users = new TreeSet<>(new Dependencies(world).dependents(module));
        Dependencies afterwards = new Dependencies(after);
        users.addAll(afterwards.dependents(module));
        users.addAll(serviceUsers.apply(module));
        users.remove(module);
        Set<String> running = runnable(after);
        return afterwards.order().stream()
                .filter(users::contains)
                .map(user -> new Affected(user, running.contains(user) ? Effect.RESTARTED : Effect.STOPPED))
                .toList();
    }

    /** Modules that can run now and could not any more. */
    private Optional<Reason> stranded(String module, World after) {
        Set<String> lost = new TreeSet<>(runnable(world));
        lost.removeAll(runnable(after));
        lost.remove(module);
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        Capabilities all = new Capabilities(after.everything());
        String requirement = lost.stream()
                .map(name -> all.missing(after.modules().get(name).bundles()))
                .flatMap(Optional::stream)
                .map(Capabilities::words)
                .findFirst()
                .orElse("");
        return Optional.of(
                ModuleReason.NEEDED_BY.with(Map.of("modules", String.join(", ", lost), "requirement", requirement)));
    }

    /** The modules that have all they need, from modules that have all they need. */
    public static Set<String> runnable(World world) {
        World left = world;
        for (Presence module : world.modules().values()) {
            left = module.bundles().isEmpty() ? left.without(module.module()) : left;
        }
        boolean changed = true;
        while (changed) {
            Capabilities all = new Capabilities(left.everything());
            World next = left;
            for (Presence module : left.modules().values()) {
                Optional<Requirement> missing = all.missing(module.bundles());
                if (missing.isPresent()) {
                    next = next.without(module.module());
                }
            }
            changed = next != left;
            left = next;
        }
        return new TreeSet<>(left.modules().keySet());
    }

    /** What the module needs and nobody provides, as a person reads it. */
    public static Optional<String> missing(World world, String module) {
        Presence present = world.modules().get(module);
        return present == null
                ? Optional.empty()
                : new Capabilities(world.everything())
                        .missing(present.bundles())
                        .map(Capabilities::words);
    }

    /** The packages that a bundle cannot do without. */
    public static Set<String> imports(Resource bundle) {
        Set<String> names = new TreeSet<>();
        for (Requirement requirement : bundle.getRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (Capabilities.mandatory(requirement)) {
                Capabilities.packageOf(requirement).ifPresent(names::add);
            }
        }
        return names;
    }

    private Optional<Reason> base(String module) {
        Set<String> bundles = baseAffected.apply(module);
        return bundles.isEmpty()
                ? Optional.empty()
                : Optional.of(ModuleReason.BASE_AFFECTED.with(Map.of("bundles", String.join(", ", bundles))));
    }

    private InstallPlan plan(
            Action action, String module, Optional<Target> target, List<Affected> affected, Optional<Reason> refusal) {
        Optional<Versioned> from = Optional.ofNullable(world.modules().get(module))
                .map(present ->
                        new Versioned(present.artefact(), present.version().toString()));
        return new InstallPlan(
                action,
                module,
                from,
                target.map(to ->
                        new Versioned(to.archive().id(), to.archive().version().toString())),
                affected,
                refusal,
                target.map(Target::trusted).orElse(true),
                target.flatMap(Target::signer));
    }
}
