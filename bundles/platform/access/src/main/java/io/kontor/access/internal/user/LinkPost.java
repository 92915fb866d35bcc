package io.kontor.access.internal.user;

import io.kontor.jobs.Jobs;
import io.kontor.kernel.IdGenerator;
import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts work behind the back of the request, so that its answer takes as long whether somebody has the e-mail or not, and
 * however slow the mail server is. It is planned in the request's transaction: what was answered is not lost.
 */
@Component(service = LinkPost.class)
public final class LinkPost {

    private final Jobs jobs;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public LinkPost(@Reference Jobs jobs, @Reference IdGenerator ids, @Reference Clock clock) {
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
}
