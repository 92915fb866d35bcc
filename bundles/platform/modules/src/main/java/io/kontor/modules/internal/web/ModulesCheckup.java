package io.kontor.modules.internal.web;

import io.kontor.modules.internal.engine.Engine;
import io.kontor.modules.internal.engine.Phase;
import io.kontor.modules.internal.engine.Status;
import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which modules do not run, for the operator: one that failed does not make the node unready. */
@Component
public final class ModulesCheckup implements Checkup {

    private final Engine engine;

    @Activate
    public ModulesCheckup(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public List<Finding> examine() {
        List<Status> all = List.copyOf(engine.statuses().values());
        List<Finding> away = all.stream()
                .filter(status -> status.phase() != Phase.ACTIVE)
                .map(ModulesCheckup::finding)
                .toList();
        return away.isEmpty() ? List.of(Finding.fine(all.size() + " modules run")) : away;
    }

    private static Finding finding(Status status) {
        String what = status.module() + " " + status.artefact().version() + " is "
                + status.phase().word()
                + status.reason().map(reason -> ": " + reason).orElse("");
        return switch (status.phase()) {
            case FAILED, QUARANTINED ->
                Finding.wrong(
                        what,
                        "./kontor module rollback " + status.module()
                                + ", or update with a mended archive, or remove; its" + " data stay in each case");
            case WAITING -> Finding.doubtful(what, "it starts when the module that it needs is there");
            case ACTIVE, STARTING, DRAINING -> Finding.doubtful(what, "look again in a minute");
        };
    }
}
