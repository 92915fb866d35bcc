package io.kontor.jobs.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobRun;

/** A run that this node has picked. */
final class PickedRun implements JobRun {

    private final Pick pick;
    private final int attempt;
    private final PlanStore plans;
    private final PresentHandler present;
    private volatile Plan plan;
    private volatile boolean stopping;

    PickedRun(Pick pick, int attempt, Plan plan, PlanStore plans, PresentHandler present) {
        this.pick = pick;
        this.attempt = attempt;
        this.plan = plan;
        this.plans = plans;
        this.present = present;
    }

    Pick pick() {
        return pick;
    }

    Plan plan() {
        return plan;
    }

    String job() {
        return plan.job();
    }

    JobHandler handler() {
        return present.handler();
    }

    @Override
    public String key() {
        return plan.key();
    }

    @Override
    public <T> T data(Class<T> type) {
        try {
            return present.mapper().treeToValue(plan.data(), type);
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
        Plan next = plan.with(present.mapper().valueToTree(data));
        try {
            switch (plans.checkpoint(pick, present.mapper().writeValueAsBytes(next))) {
                case KEPT -> plan = next;
                case SUPERSEDED -> stopping = true;
                case LOST -> throw new LeaseLost(pick);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The checkpoint of job " + plan.job() + " cannot be written", e);
        }
    }

    @Override
    public boolean stopping() {
        return stopping || handlerLeaves() || Thread.currentThread().isInterrupted();
    }

    boolean handlerLeaves() {
        return present.leaving();
    }

    void stop() {
        stopping = true;
    }
}
