package io.kontor.jobs.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.JobRun;

/** A run that this node has picked. */
final class PickedRun implements JobRun {

    private final String name;
    private final long version;
    private final int attempt;
    private final PlanStore plans;
    private final JsonMapper mapper;
    private volatile Plan plan;
    private volatile boolean stopping;

    PickedRun(String name, long version, int attempt, Plan plan, PlanStore plans, JsonMapper mapper) {
        this.name = name;
        this.version = version;
        this.attempt = attempt;
        this.plan = plan;
        this.plans = plans;
        this.mapper = mapper;
    }

    @Override
    public String key() {
        return plan.key();
    }

    @Override
    public <T> T data(Class<T> type) {
        try {
            return mapper.treeToValue(plan.data(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of job " + plan.job() + " is not a " + type, e);
        }
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public void checkpoint(Object data) {
        JsonNode tree = mapper.valueToTree(data);
        Plan next = plan.with(tree);
        try {
            if (plans.checkpoint(name, version, mapper.writeValueAsBytes(next))) {
                plan = next;
            } else {
                stopping = true;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The checkpoint of job " + plan.job() + " cannot be written", e);
        }
    }

    @Override
    public boolean stopping() {
        return stopping || Thread.currentThread().isInterrupted();
    }

    void stop() {
        stopping = true;
    }
}
