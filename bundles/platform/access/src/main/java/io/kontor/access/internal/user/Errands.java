package io.kontor.access.internal.user;

import io.kontor.jobs.Jobs;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts work behind the back of the request, so that its answer takes as long whether somebody has the e-mail or not, and
 * however slow the mail server is. It is planned in the request's transaction: what was answered is not lost.
 */
@Component(service = Errands.class)
public final class Errands {

    /** As long as a deactivation can be taken back as a mistake, without traces in everybody's records. */
    static final Duration SECOND_THOUGHTS = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public Errands(@Reference Jobs jobs, @Reference IdGenerator ids, @Reference Clock clock) {
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    void mail(UUID link) {
        jobs.plan(LinkMailJob.JOB, link.toString(), clock.instant(), new LinkMailJob.Mail(link));
    }

    void resetAsked(String email) {
        jobs.plan(ResetJob.JOB, ids.next().toString(), clock.instant(), new ResetJob.Asked(email));
    }

    void handOver(UserId from, UserId to) {
        jobs.plan(
                LeavingJob.JOB,
                from.value().toString(),
                clock.instant().plus(SECOND_THOUGHTS),
                new LeavingJob.Leaving(from, to));
    }

    void stays(UserId user) {
        jobs.cancel(LeavingJob.JOB, user.value().toString());
    }
}
