package io.kontor.jobs.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.Jobs;
import io.kontor.jobs.internal.Plan.Id;
import io.kontor.kernel.Json;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One per using bundle: the mapper remembers the bundle's classes, and goes away with it. */
@Component(scope = ServiceScope.BUNDLE)
public final class StoredJobs implements Jobs {

    private final PlanStore plans;
    private final Dispatcher dispatcher;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final JsonMapper mapper = Json.mapper();

    @Activate
    public StoredJobs(
            @Reference PlanStore plans,
            @Reference Dispatcher dispatcher,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces) {
        this.plans = plans;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.workspaces = workspaces;
    }

    @Override
    public void plan(String job, String key, Instant due, Object data) {
        Id id = new Id(workspaces.current(), job, key);
        String json = json(job, data);
        transactions.run(() -> {
            plans.plan(id, due, json);
            transactions.afterCommit(dispatcher::wake);
        });
    }

    private String json(String job, Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of job " + job + " cannot be written as JSON", e);
        }
    }

    @Override
    public void cancel(String job, String key) {
        Id id = new Id(workspaces.current(), job, key);
        transactions.run(() -> {
            plans.cancel(id);
            transactions.afterCommit(() -> dispatcher.askToStop(id));
        });
    }
}
