package io.kontor.jobs.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.Json;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Transactions;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One per using bundle: the mapper remembers the bundle's classes, and goes away with it. */
@Component(scope = ServiceScope.BUNDLE)
public final class PlannedJobs implements Jobs {

    private final PlanStore plans;
    private final JobScheduler scheduler;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final JsonMapper mapper = Json.mapper();

    @Activate
    public PlannedJobs(
            @Reference PlanStore plans,
            @Reference JobScheduler scheduler,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces) {
        this.plans = plans;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.workspaces = workspaces;
    }

    @Override
    public void plan(String job, String key, Instant due, Object data) {
        WorkspaceId workspace = workspaces.current();
        Plan plan = new Plan(workspace.value(), job, key, mapper.valueToTree(data));
        byte[] stored = bytes(plan);
        transactions.run(() -> {
            plans.plan(Plan.name(workspace, job, key), due, stored);
            transactions.afterCommit(scheduler::wake);
        });
    }

    @Override
    public void cancel(String job, String key) {
        String name = Plan.name(workspaces.current(), job, key);
        transactions.run(() -> {
            plans.cancel(name);
            transactions.afterCommit(() -> scheduler.cancelled(name));
        });
    }

    private byte[] bytes(Plan plan) {
        try {
            return mapper.writeValueAsBytes(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of job " + plan.job() + " cannot be written as JSON", e);
        }
    }
}
