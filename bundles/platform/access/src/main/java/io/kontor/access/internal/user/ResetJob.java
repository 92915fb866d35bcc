package io.kontor.access.internal.user;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks who asked for a new password, after the answer that says nothing about it. */
@Component
public final class ResetJob implements JobHandler {

    static final String JOB = "access.password-reset";

    /** The job's data. */
    record Asked(String email) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    private final Invitations invitations;

    @Activate
    public ResetJob(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        invitations.sendReset(run.data(Asked.class).email());
        return JobOutcome.done();
    }
}
