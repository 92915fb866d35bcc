package io.kontor.modules.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.TestKar;
import io.kontor.modules.internal.archive.ArchiveReader.Opened;
import io.kontor.modules.internal.archive.BundleReader;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.archive.ModuleBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.resource.Resource;

class PlannerTest {

    private static final Resource KERNEL = BundleReader.resource(
            "kernel",
            Map.of(
                    "Bundle-ManifestVersion",
                    "2",
                    "Bundle-SymbolicName",
                    "io.kontor.kernel",
                    "Bundle-Version",
                    "0.1.0",
                    "Export-Package",
                    "io.kontor.kernel;version=1.1.0",
                    "Provide-Capability",
                    "osgi.ee;osgi.ee=JavaSE;version:List<Version>=\"11,17\""));

    private static final Opened ORDER = order("1.0.0", "1.0.0");
    private static final Opened DEAL = TestKar.of(
                    "deal",
                    "1.0.0",
                    "Import-Package: io.kontor.order;version=\"[1.0,2)\"",
                    "Require-Capability: "
                            + "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\","
                            + "osgi.service;filter:=\"(objectClass=x)\";effective:=active")
            .open();
    private static final Opened LEAF = TestKar.of(
                    "leaf", "1.0.0", "Import-Package: io.kontor.deal;resolution:=optional,io.kontor.kernel")
            .open();

    private static Opened order(String version, String api) {
        return TestKar.of("order", version, "Import-Package: io.kontor.kernel;version=\"[1.0,2)\"")
                .bundle("io.kontor.order-api", api, "Export-Package: io.kontor.order;version=" + api)
                .open();
    }

    @Test
    void anUpdateRestartsThoseThatImportFromTheModuleAndNobodyElse() {
        InstallPlan plan = planner(ORDER, DEAL, LEAF).change(Action.UPDATE, "order", target(order("1.0.1", "1.0.0")));
        assertEquals(Optional.empty(), plan.refusal());
        assertEquals("order=updated,deal=restarted", effects(plan));
        assertEquals("1.0.0", plan.from().orElseThrow().version());
        assertEquals("1.0.1", plan.to().orElseThrow().version());
    }

    @Test
    void aRemovalStopsThoseThatCannotBeWithoutTheModule() {
        assertEquals(
                "order=removed,deal=stopped", effects(planner(ORDER, DEAL, LEAF).remove("order")));
        assertEquals("deal=removed", effects(planner(ORDER, DEAL, LEAF).remove("deal")));
    }

    @Test
    void anInstallationBringsBackThoseThatWaited() {
        assertEquals(
                "order=installed,deal=restarted",
                effects(planner(DEAL).change(Action.INSTALL, "order", target(ORDER))));
    }

    @Test
    void whatNothingProvidesIsNamed() {
        Reason reason = refusal(planner().change(Action.INSTALL, "deal", target(DEAL)));
        assertEquals("modules.unresolved", reason.code());
        assertEquals("io.kontor.order [1.0.0,2.0.0)", reason.arguments().get("requirement"));
        assertEquals("io.kontor.deal", reason.arguments().get("bundle"));
    }

    @Test
    void aJavaThatIsNotThereIsMissed() {
        Opened future = TestKar.of(
                        "future", "1", "Require-Capability: osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                .open();
        assertEquals(
                "modules.unresolved",
                refusal(planner().change(Action.INSTALL, "future", target(future)))
                        .code());
    }

    @Test
    void anApiThatWouldStrandADependentIsRefusedWithItsName() {
        Reason reason = refusal(planner(ORDER, DEAL).change(Action.UPDATE, "order", target(order("2.0.0", "2.0.0"))));
        assertEquals("modules.needed-by", reason.code());
        assertEquals("deal", reason.arguments().get("modules"));
        assertEquals("io.kontor.order [1.0.0,2.0.0)", reason.arguments().get("requirement"));
    }

    @Test
    void packagesOfTheBaseAndOfOtherModulesAreNotForExport() {
        Opened base = exporting("io.kontor.kernel");
        assertEquals(
                "modules.exports-base",
                refusal(planner().change(Action.INSTALL, "x", target(base))).code());
        Opened other = exporting("io.kontor.order");
        assertEquals(
                "modules.exports-other",
                refusal(planner(ORDER).change(Action.INSTALL, "x", target(other)))
                        .code());
    }

    private static Opened exporting(String name) {
        return TestKar.of("x", "1")
                .bundle("io.kontor.x-api", "1", "Export-Package: " + name)
                .open();
    }

    @Test
    void namesOfTheBaseAndOfOtherModulesAreTaken() {
        assertEquals(
                "modules.name-taken",
                refusal(planner()
                                .change(
                                        Action.INSTALL,
                                        "kernel",
                                        target(TestKar.of("kernel", "9").open())))
                        .code());
    }

    @Test
    void whatWouldRestartTheBaseIsRefused() {
        Planner planner = new Planner(world(ORDER), module -> Set.of("io.kontor.access"), module -> Set.of());
        assertEquals("modules.base-affected", refusal(planner.remove("order")).code());
    }

    @Test
    void whoUsesAServiceIsRestartedToo() {
        Function<String, Set<String>> users = module -> module.equals("order") ? Set.of("leaf") : Set.of();
        Planner planner = new Planner(world(ORDER, LEAF), module -> Set.of(), users);
        assertEquals(
                "order=updated,leaf=restarted",
                effects(planner.change(Action.UPDATE, "order", target(order("1.0.1", "1.0.0")))));
    }

    @Test
    void actionsThatDoNotFitAreRefused() {
        assertEquals(
                "modules.already-there",
                refusal(planner(ORDER).change(Action.INSTALL, "order", target(ORDER)))
                        .code());
        assertEquals(
                "modules.same",
                refusal(planner(ORDER).change(Action.UPDATE, "order", target(ORDER)))
                        .code());
        assertEquals(
                "modules.not-there",
                refusal(planner().change(Action.UPDATE, "order", target(ORDER))).code());
        assertEquals("modules.not-there", refusal(planner().remove("order")).code());
        assertEquals(
                "modules.other-module",
                refusal(planner(ORDER).change(Action.UPDATE, "order", target(DEAL)))
                        .code());
    }

    @Test
    void theSamePlanHasTheSameIdAndAnotherHasAnother() {
        Planner planner = planner(ORDER, DEAL);
        assertEquals(
                planner.remove("order").id(),
                planner(ORDER, DEAL).remove("order").id());
        assertNotEquals(
                planner.remove("order").id(), planner(ORDER).remove("order").id());
        assertNotEquals(planner.remove("order").id(), planner.remove("deal").id());
    }

    @Test
    void modulesStartBehindThoseThatTheyNeed() {
        List<String> order = new Dependencies(world(LEAF, DEAL, ORDER)).order();
        assertTrue(order.indexOf("order") < order.indexOf("deal"), order::toString);
        assertEquals(Set.of("order"), new Dependencies(world(ORDER, DEAL)).of("deal"));
        assertEquals(Set.of("deal"), new Dependencies(world(ORDER, DEAL)).neededBy("order"));
    }

    @Test
    void oneThatIsQuarantinedCanBeInstalledAnewAndRemoved() {
        World world = new World(
                List.of(KERNEL),
                Map.of(
                        "order",
                        new Presence(
                                "order", ORDER.archive().id(), ORDER.archive().version(), List.of())));
        Planner planner = new Planner(world, module -> Set.of(), module -> Set.of());
        assertTrue(
                planner.change(Action.INSTALL, "order", target(ORDER)).refusal().isEmpty());
        assertTrue(planner.remove("order").refusal().isEmpty());
    }

    private static Planner planner(Opened... present) {
        return new Planner(world(present), module -> Set.of(), module -> Set.of());
    }

    private static World world(Opened... present) {
        return new World(
                List.of(KERNEL),
                Stream.of(present)
                        .map(Opened::archive)
                        .collect(Collectors.toMap(
                                ModuleArchive::module,
                                archive -> new Presence(
                                        archive.module(),
                                        archive.id(),
                                        archive.version(),
                                        archive.bundles().stream()
                                                .map(ModuleBundle::resource)
                                                .toList()))));
    }

    private static Planner.Target target(Opened opened) {
        return new Planner.Target(opened.archive(), true, Optional.empty());
    }

    private static String effects(InstallPlan plan) {
        return plan.affected().stream()
                .map(one -> one.module() + "=" + one.effect().word())
                .collect(Collectors.joining(","));
    }

    private static Reason refusal(InstallPlan plan) {
        return plan.refusal().orElseThrow(() -> new AssertionError("It was not refused"));
    }
}
