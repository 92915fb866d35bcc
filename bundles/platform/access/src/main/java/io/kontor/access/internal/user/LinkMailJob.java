package io.kontor.access.internal.user;

import io.kontor.access.LinkSender;
import io.kontor.access.internal.link.LinkKind;
import io.kontor.access.internal.link.Links;
import io.kontor.access.internal.link.PublicAddress;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mails a link, again and again until the mail server takes it or the link does not count any more. */
@Component
public final class LinkMailJob implements JobHandler {

    static final String JOB = "access.link-mail";

    /** The job's data: the link is made into a mail when it is sent, so no secret waits in the plan. */
    public record Mail(UUID link) {}

    private final Links links;
    private final AccountStore accounts;
    private final PublicAddress address;
    private final LinkSender sender;

    @Activate
    public LinkMailJob(
            @Reference Links links,
            @Reference AccountStore accounts,
            @Reference PublicAddress address,
            @Reference LinkSender sender) {
        this.links = links;
        this.accounts = accounts;
        this.address = address;
        this.sender = sender;
    }

    @Override
    public String job() {
        return JOB;
    }

    /** One after the other: a mail server that is slow is not asked twice at once. */
    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public JobOutcome run(JobRun run) {
        UUID id = run.data(Mail.class).link();
        Optional<Links.Pending> link = links.pending(id);
        Optional<Account> to =
                link.flatMap(pending -> accounts.find(pending.user())).filter(Account::active);
        if (to.isPresent()) {
            send(id, link.get(), to.get());
        }
        return JobOutcome.done();
    }

    private void send(UUID id, Links.Pending link, Account to) {
        try {
            sender.send(kind(link.kind()), to.email(), address.link(link.kind(), link.token()), to.locale());
        } catch (UncheckedIOException e) {
            links.notMailed(id, reason(e));
            // Without the cause, whose words may name the person: they are kept with the link, and no log has them.
            throw new IllegalStateException("The mail server did not take the mail for link " + id);
        }
        links.mailed(id);
    }

    /** In the server's own words, where it had some. */
    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static LinkSender.Kind kind(LinkKind kind) {
        return switch (kind) {
            case INVITATION -> LinkSender.Kind.INVITATION;
            case PASSWORD_RESET -> LinkSender.Kind.PASSWORD_RESET;
            case SETUP -> throw new IllegalStateException("A set-up link is not mailed");
        };
    }
}
