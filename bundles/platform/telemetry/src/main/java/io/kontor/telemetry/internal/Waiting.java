package io.kontor.telemetry.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/**
 * Why components do not run. One missing service keeps hundreds waiting: only the first causes are named, and how
 * many wait behind them.
 */
final class Waiting {

    private Waiting() {}

    static List<String> reasons(List<ComponentConfigurationDTO> configurations) {
        List<ComponentConfigurationDTO> down =
                configurations.stream().filter(Waiting::isDown).toList();
        Set<String> expected = down.stream()
                .flatMap(component -> Stream.of(component.description.serviceInterfaces))
                .collect(Collectors.toSet());
        List<String> first = down.stream()
                .flatMap(component -> firstCauses(component, expected))
                .toList();
        if (first.isEmpty()) { // they wait for each other: all of them are of interest
            return down.stream()
                    .flatMap(component -> firstCauses(component, Set.of()))
                    .toList();
        }
        return Stream.concat(first.stream(), Stream.of(down.size() + " components do not run"))
                .toList();
    }

    private static boolean isDown(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || component.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    /** What is missing and will not come from another component that waits itself. */
    private static Stream<String> firstCauses(ComponentConfigurationDTO component, Set<String> expected) {
        String name = component.description.name;
        if (component.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            boolean follows = !expected.isEmpty() && component.failure.contains("Unable to get service for reference");
            return follows ? Stream.empty() : Stream.of(name + " failed: " + cause(component.failure));
        }
        return Stream.of(component.unsatisfiedReferences)
                .map(missing -> reference(component, missing.name))
                .filter(reference -> !expected.contains(reference.interfaceName))
                .map(reference -> name + " waits for " + reference.interfaceName
                        + (reference.target == null ? "" : " " + reference.target));
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
