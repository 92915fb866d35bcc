package io.kontor.jobs.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.JobRun;
import io.kontor.jobs.internal.Plan.Picked;

/** A run under way on this node. */
final class Run implements JobRun {

    private final Picked picked;
    private final PlanStore plans;
    private final JsonMapper mapper;
    private String data;
    private volatile boolean stopping;

    Run(Picked picked, PlanStore plans, JsonMapper mapper) {
        this.picked = picked;
        this.plans = plans;
        this.mapper = mapper;
        this.data = picked.data();
    }

    Picked picked() {
        return picked;
    }

    void stopSoon() {
        stopping = true;
    }

    @Override
    public String key() {
        return picked.id().key();
    }

    @Override
    public <T> T data(Class<T> type) {
        try {
            return mapper.readValue(data, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The data of job " + picked.id().job() + " is not a " + type.getSimpleName(), e);
        }
    }

    @Override
    public int attempt() {
        return picked.failures() + 1;
    }

    @Override
    public void checkpoint(Object progress) {
        String json = json(progress);
        if (!plans.checkpoint(picked, json)) {
            stopping = true;
            throw new IllegalStateException("Another node has taken over job " + picked.id());
        }
        data = json;
    }

    private String json(Object progress) {
        try {
            return mapper.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The progress of job " + picked.id().job() + " cannot be written as JSON", e);
        }
    }

    @Override
    public boolean stopping() {
        return stopping;
    }
}
