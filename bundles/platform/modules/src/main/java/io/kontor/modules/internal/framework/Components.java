package io.kontor.modules.internal.framework;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.SatisfiedReferenceDTO;

/** What Declarative Services says of bundles' components. */
final class Components {

    private static final String HEADER = "Service-Component";

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The first component that does not run, for a reason that is not another one of the same bundle. */
    Optional<Reason> unready(Bundle bundle) {
        List<ComponentConfigurationDTO> all = configurations(List.of(bundle)).toList();
        if (all.isEmpty() && bundle.getHeaders("").get(HEADER) != null) {
            return Optional.of(ModuleReason.NOT_SATISFIED.with(
                    Map.of("component", bundle.getSymbolicName(), "reference", "Declarative Services")));
        }
        List<ComponentConfigurationDTO> down =
                all.stream().filter(Components::isDown).toList();
        Set<String> expected = down.stream()
                .flatMap(component -> Stream.of(component.description.serviceInterfaces))
                .collect(Collectors.toSet());
        return down.stream()
                .flatMap(component -> reasons(component, expected))
                .findFirst()
                .or(() -> down.stream()
                        .flatMap(component -> reasons(component, Set.of()))
                        .findFirst());
    }

    /** The bundles, by their ids, with a component that must have a service of one of these. */
    Set<Long> users(Collection<Bundle> candidates, Set<Long> providers) {
        return configurations(candidates)
                .filter(component -> Stream.of(component.satisfiedReferences)
                        .filter(reference -> mandatory(component, reference))
                        .flatMap(reference -> Stream.of(reference.boundServices))
                        .anyMatch(service -> providers.contains(service.bundle)))
                .map(component -> component.description.bundle.id)
                .collect(Collectors.toSet());
    }

    private Stream<ComponentConfigurationDTO> configurations(Collection<Bundle> bundles) {
        return runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new)).stream()
                .filter(component -> component.defaultEnabled)
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream());
    }

    private static boolean mandatory(ComponentConfigurationDTO component, SatisfiedReferenceDTO satisfied) {
        return Stream.of(component.description.references)
                .filter(reference -> reference.name.equals(satisfied.name))
                .anyMatch(reference -> reference.cardinality.startsWith("1"));
    }

    private static boolean isDown(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || component.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    private static Stream<Reason> reasons(ComponentConfigurationDTO component, Set<String> expected) {
        String name = component.description.name;
        if (component.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return expected.isEmpty() || !component.failure.contains("Unable to get service for reference")
                    ? Stream.of(ModuleReason.START_THREW.with(Map.of("message", cause(component.failure))))
                    : Stream.empty();
        }
        return Stream.of(component.unsatisfiedReferences)
                .map(missing -> reference(component, missing.name))
                .filter(reference -> !expected.contains(reference.interfaceName))
                .map(reference -> ModuleReason.NOT_SATISFIED.with(Map.of(
                        "component",
                        name,
                        "reference",
                        reference.interfaceName + (reference.target == null ? "" : " " + reference.target))));
    }

    private static ReferenceDTO reference(ComponentConfigurationDTO component, String name) {
        return Stream.of(component.description.references)
                .filter(reference -> reference.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Of a stack trace the innermost cause. */
    private static String cause(String trace) {
        List<String> lines = trace.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .orElse(lines.isEmpty() ? "" : lines.get(0));
    }
}
