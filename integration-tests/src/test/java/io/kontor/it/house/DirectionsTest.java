package io.kontor.it.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.kontor.it.house.House.Module;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom: platform knows no module, the core knows platform, modules know each other's {@code -api} only. */
class DirectionsTest {

    /** What every {@code -api} may import. */
    private static final Set<String> EVERY_API_MAY_IMPORT = Set.of("kernel", "events");

    /** The ONE table: which further {@code -api}s an {@code -api} may import. It has no cycles. */
    private static final Map<String, Set<String>> API_MAY_IMPORT = Map.of(
            "settings-api", Set.of(),
            "customer-api", Set.of(),
            "seller-api", Set.of(),
            "catalog-api", Set.of("customer-api"),
            "order-api", Set.of("customer-api"),
            "pipeline-api", Set.of("customer-api", "order-api"),
            "connector-api", Set.of("customer-api", "order-api", "catalog-api"));

    /** Groups whose code never ships in a productive start. */
    private static final Set<String> NOT_SHIPPED = Set.of("dev");

    private static final Map<String, Module> MODULES = House.modules();

    @Test
    void theHouseIsBuilt() {
        assertFalse(MODULES.isEmpty(), "build the bundles first");
    }

    @Test
    void everyApiStandsInTheTable() {
        Set<String> apis = new TreeSet<>();
        MODULES.values().stream().filter(Module::isApi).forEach(module -> apis.add(module.name()));
        assertEquals(new TreeSet<>(API_MAY_IMPORT.keySet()), apis);
    }

    @TestFactory
    Stream<DynamicTest> everyModuleKnowsOnlyWhomItMay() {
        return MODULES.values().stream()
                .filter(module -> !NOT_SHIPPED.contains(module.group()))
                .map(module ->
                        DynamicTest.dynamicTest(module.name(), () -> assertEquals(List.of(), violations(module))));
    }

    private static List<String> violations(Module module) {
        return House.classesOf(module).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !allowed(module, dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .sorted()
                .distinct()
                .toList();
    }

    private static boolean allowed(Module module, JavaClass target) {
        JavaClass type = target.getBaseComponentType();
        String[] parts = type.getPackageName().split("\\.");
        if (!type.getPackageName().startsWith("io.kontor.") || parts.length < 3) {
            return true;
        }
        String word = parts[2];
        if (word.equals(module.word())) {
            return true;
        }
        boolean internal = parts.length > 3;
        return !internal && mayImport(module, owner(word));
    }

    /** The module that exports a word's package: its {@code -api} where it has one. */
    private static Module owner(String word) {
        Module api = MODULES.get(word + "-api");
        Module owner = api == null ? MODULES.get(word) : api;
        if (owner == null) {
            throw new IllegalStateException("No module owns the package io.kontor." + word);
        }
        return owner;
    }

    private static boolean mayImport(Module module, Module target) {
        if (module.isApi()) {
            return EVERY_API_MAY_IMPORT.contains(target.name())
                    || API_MAY_IMPORT.get(module.name()).contains(target.name());
        }
        return switch (module.group()) {
            case "platform" -> target.group().equals("platform");
            case "core" -> Set.of("platform", "core").contains(target.group());
            default -> target.group().equals("platform") || target.isApi();
        };
    }
}
