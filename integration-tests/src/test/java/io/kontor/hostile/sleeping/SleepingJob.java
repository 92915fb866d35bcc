package io.kontor.hostile.sleeping;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import org.osgi.service.component.annotations.Component;

/** Falls asleep over its work and never looks whether it should stop. */
@Component
public final class SleepingJob implements JobHandler {
    static final String NAME = "sleeping.nap";

    @Override
    public String job() {
        return NAME;
    }

    @Override
    public JobOutcome run(JobRun run) {
        SleepingModule.sleep();
        return JobOutcome.done();
    }

    @Override
    public int concurrency() {
        return 100;
    }
}
