package io.kontor.modules.internal.plan;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.archive.ModuleBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Why an archive must not become a module beside the others. */
final class Refusals {

    private static final String BASE = "the base";

    private final World without;

    /** @param without everything but the module itself */
    Refusals(World without) {
        this.without = without;
    }

    Optional<Reason> of(ModuleArchive archive) {
        return Stream.<Supplier<Optional<Reason>>>of(
                        () -> nameTaken(archive), () -> exportsForeign(archive), () -> unresolved(archive))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Reason> nameTaken(ModuleArchive archive) {
        Map<String, String> owners = new HashMap<>();
        without.base().forEach(bundle -> owners.put(name(bundle), BASE));
        without.modules()
                .values()
                .forEach(module -> module.bundles().forEach(bundle -> owners.put(name(bundle), module.module())));
        return archive.bundles().stream()
                .filter(bundle -> owners.containsKey(bundle.symbolicName()))
                .map(bundle -> ModuleReason.NAME_TAKEN.with(
                        Map.of("bundle", bundle.symbolicName(), "owner", owners.get(bundle.symbolicName()))))
                .findFirst();
    }

    private Optional<Reason> exportsForeign(ModuleArchive archive) {
        Map<String, String> owners = new TreeMap<>();
        without.modules()
                .values()
                .forEach(module -> module.bundles()
                        .forEach(bundle ->
                                ModuleBundle.exports(bundle).forEach(name -> owners.put(name, module.module()))));
        without.base().forEach(bundle -> ModuleBundle.exports(bundle).forEach(name -> owners.put(name, BASE)));
        return archive.bundles().stream()
                .flatMap(bundle -> bundle.exports().stream())
                .filter(owners::containsKey)
                .map(name -> owners.get(name).equals(BASE)
                        ? ModuleReason.EXPORTS_BASE.with(Map.of("package", name))
                        : ModuleReason.EXPORTS_OTHER.with(Map.of("package", name, "module", owners.get(name))))
                .findFirst();
    }

    private Optional<Reason> unresolved(ModuleArchive archive) {
        List<Resource> all = new ArrayList<>(without.everything());
        archive.bundles().forEach(bundle -> all.add(bundle.resource()));
        Capabilities present = new Capabilities(all);
        for (ModuleBundle bundle : archive.bundles()) {
            Optional<Requirement> missing = present.missing(List.of(bundle.resource()));
            if (missing.isPresent()) {
                return Optional.of(ModuleReason.UNRESOLVED.with(
                        Map.of("bundle", bundle.symbolicName(), "requirement", Capabilities.words(missing.get()))));
            }
        }
        return Optional.empty();
    }

    private static String name(Resource bundle) {
        return bundle.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
                .findFirst()
                .map(identity -> String.valueOf(identity.getAttributes().get(IdentityNamespace.IDENTITY_NAMESPACE)))
                .orElse("");
    }
}
