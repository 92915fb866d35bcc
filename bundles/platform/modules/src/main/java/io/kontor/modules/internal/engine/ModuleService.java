package io.kontor.modules.internal.engine;

import io.kontor.access.AuditLog;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Node;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.modules.internal.ModulesError;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.store.Operation;
import io.kontor.modules.internal.store.OperationStore;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes modules: nothing happens that was not planned, is not trusted, or is not written down. */
@Component(service = ModuleService.class)
public final class ModuleService {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String OPERATION = "module-operation";

    private final Engine engine;
    private final Plans plans;
    private final OperationStore operations;
    private final Transactions transactions;
    private final AuditLog audit;
    private final ActorContext actors;
    private final WorkspaceContext workspaces;
    private final WorkspaceDirectory directory;
    private final IdGenerator ids;
    private final Node node;
    private final Clock clock;

    @Activate
    public ModuleService(
            @Reference Engine engine,
            @Reference Plans plans,
            @Reference OperationStore operations,
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference ActorContext actors,
            @Reference WorkspaceContext workspaces,
            @Reference WorkspaceDirectory directory,
            @Reference IdGenerator ids,
            @Reference Node node,
            @Reference Clock clock) {
        this.engine = engine;
        this.plans = plans;
        this.operations = operations;
        this.transactions = transactions;
        this.audit = audit;
        this.actors = actors;
        this.workspaces = workspaces;
        this.directory = directory;
        this.ids = ids;
        this.node = node;
        this.clock = clock;
    }

    /** What an action would do. */
    public InstallPlan plan(Action action, Optional<String> module, Optional<String> artefact) {
        return plans.make(action, module, artefact).plan();
    }

    /**
     * Begins what was planned.
     *
     * @param plan the id of the plan that was looked at
     * @param trust the explicit word that an archive nobody trusted has signed may be run
     * @throws KontorException {@link ModulesError}
     */
    public Operation operate(
            String plan, Action action, Optional<String> module, Optional<String> artefact, boolean trust) {
        if (operations.running() || !engine.idle()) {
            throw new KontorException(ModulesError.BUSY);
        }
        Plans.Made made = plans.make(action, module, artefact);
        InstallPlan now = made.plan();
        if (!now.id().equals(plan)) {
            throw new KontorException(ModulesError.PLAN_CHANGED);
        }
        now.refusal().ifPresent(reason -> {
            throw new KontorException(ModulesError.REFUSED, Map.of("reason", reason));
        });
        if (!now.trusted() && !trust) {
            throw new KontorException(ModulesError.NOT_TRUSTED);
        }
        Operation operation = operation(now);
        try {
            transactions.run(() -> {
                operations.begin(operation);
                if (workspaces.bound().isPresent()) {
                    record(operation, made, trust);
                }
                transactions.afterCommit(() -> engine.submit(operation, now));
            });
        } catch (UniqueViolation e) {
            throw new KontorException(ModulesError.BUSY, Map.of(), e);
        }
        if (workspaces.bound().isEmpty()) { // the operator acts on the installation, so every workspace is told
            directory.all().forEach(each -> workspaces.run(each, () -> record(operation, made, trust)));
        }
        return operation;
    }

    private Operation operation(InstallPlan plan) {
        return new Operation(
                ids.next(),
                plan.action(),
                plan.module(),
                plan.from(),
                plan.to(),
                Operation.State.RUNNING,
                Operation.Step.PREPARE,
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                node.owner(),
                actors.current().name());
    }

    private void record(Operation operation, Plans.Made made, boolean trust) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("module", operation.module());
        operation.to().map(Versioned::version).ifPresent(version -> after.put("version", version));
        operation.to().map(Versioned::artefact).ifPresent(artefact -> after.put("sha256", artefact));
        if (!made.signedBy().isEmpty()) {
            after.put("signedBy", String.join("; ", made.signedBy()));
        }
        after.put("trusted", made.plan().trusted() ? "yes" : "no");
        if (!made.plan().trusted() && trust) {
            after.put("trustedBy", actors.current().name());
        }
        Map<String, Object> before = new LinkedHashMap<>();
        operation.from().map(Versioned::version).ifPresent(version -> before.put("version", version));
        operation.from().map(Versioned::artefact).ifPresent(artefact -> before.put("sha256", artefact));
        audit.record("modules." + operation.action().word(), new Ref(OPERATION, operation.id()), before, after);
    }

    public Operation operation(UUID id) {
        return operations
                .find(id)
                .orElseThrow(() -> new KontorException(KernelError.NOT_FOUND, Map.of("type", OPERATION)));
    }

    /** Newest first. */
    public Page<Operation> operations(PageRequest request) {
        UUID before = request.cursor().map(cursor -> cursor.uuid(0)).orElse(LAST);
        return Page.of(
                operations.before(before, request.limit() + 1),
                request.limit(),
                operation -> Cursor.of(operation.id()));
    }

    /** The operator at the machine itself. */
    public <T> T asOperator(Supplier<T> work) {
        return actors.call(Actor.system("operator"), work);
    }
}
