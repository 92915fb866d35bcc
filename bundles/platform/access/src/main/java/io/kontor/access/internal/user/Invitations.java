package io.kontor.access.internal.user;

import io.kontor.access.AccessError;
import io.kontor.access.AuditLog;
import io.kontor.access.UserEvent;
import io.kontor.access.internal.link.LinkKind;
import io.kontor.access.internal.link.Links;
import io.kontor.access.internal.link.PublicAddress;
import io.kontor.access.internal.session.SessionService;
import io.kontor.events.Events;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The links of invitations and password resets: sent, shown again, used. */
@Component(service = Invitations.class)
public final class Invitations {

    /**
     * An invitation that waits.
     *
     * @param link for copying
     * @param mailedAt when its mail was taken
     * @param mailProblem why its mail was not taken; it is tried again
     */
    public record Waiting(
            Account account, String link, Instant endsAt, Optional<Instant> mailedAt, Optional<String> mailProblem) {}

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Links links;
    private final PublicAddress address;
    private final Errands errands;
    private final SessionService sessions;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final ActorContext actors;

    @Activate
    public Invitations(
            @Reference AccountStore accounts,
            @Reference Passwords passwords,
            @Reference Links links,
            @Reference PublicAddress address,
            @Reference Errands errands,
            @Reference SessionService sessions,
            @Reference AuditLog audit,
            @Reference Events events,
            @Reference Transactions transactions,
            @Reference ActorContext actors) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.address = address;
        this.errands = errands;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.actors = actors;
    }

    /** Makes the link of an invitation, which is mailed after the commit. Joins the transaction. */
    String send(UserId user) {
        Links.Made link = links.make(LinkKind.INVITATION, user);
        errands.mail(link.id());
        return address.link(LinkKind.INVITATION, link.token());
    }

    public List<Waiting> waiting() {
        return transactions.read(() -> links.invitations().stream()
                .flatMap(pending -> accounts.find(pending.user()).stream()
                        .map(account -> new Waiting(
                                account,
                                address.link(LinkKind.INVITATION, pending.token()),
                                pending.endsAt(),
                                pending.mailedAt(),
                                pending.mailProblem())))
                .toList());
    }

    /** The invited person comes in with a name and a password. */
    public UserId accept(String token, String name, String password) {
        Account known = account(LinkKind.INVITATION, token);
        String hash = passwords.hash(password, known.email());
        return transactions.call(() -> {
            Account account = used(LinkKind.INVITATION, token);
            write(account, AccountService.checkedName(name), hash);
            record(account, "access.invitation-accepted");
            events.publish(new UserEvent.Changed(account.id()));
            return account.id();
        });
    }

    /** Mails a link to a new password, if somebody has this e-mail; the caller cannot tell. */
    public void askReset(String email) {
        errands.resetAsked(email);
    }

    void sendReset(String email) {
        transactions.run(() -> accounts.byEmail(email)
                .filter(account -> account.active() && !account.invited())
                .map(account -> links.make(LinkKind.PASSWORD_RESET, account.id()))
                .ifPresent(link -> errands.mail(link.id())));
    }

    /** Sets a new password by a link; whoever is logged in as this user is logged out. */
    public UserId reset(String token, String password) {
        Account known = account(LinkKind.PASSWORD_RESET, token);
        String hash = passwords.hash(password, known.email());
        return transactions.call(() -> {
            Account account = used(LinkKind.PASSWORD_RESET, token);
            write(account, account.name(), hash);
            sessions.end(account.id());
            record(account, "access.password-reset");
            return account.id();
        });
    }

    /** Looks without using the link up, so that a password which is refused does not cost it. */
    private Account account(LinkKind kind, String token) {
        return links.user(kind, token)
                .flatMap(accounts::find)
                .filter(Account::active)
                .orElseThrow(() -> new KontorException(AccessError.LINK_INVALID));
    }

    private Account used(LinkKind kind, String token) {
        return links.use(kind, token)
                .flatMap(accounts::lock)
                .filter(Account::active)
                .orElseThrow(() -> new KontorException(AccessError.LINK_INVALID));
    }

    private void write(Account account, String name, String hash) {
        accounts.change(new Account(
                account.id(),
                name,
                account.email(),
                account.role(),
                account.active(),
                Optional.of(hash),
                account.locale(),
                account.seenAt(),
                account.version()));
    }

    private void record(Account account, String action) {
        Actor actor = new Actor(Actor.Kind.USER, Optional.of(account.id()), account.name());
        actors.run(
                actor, () -> audit.record(action, new Ref("user", account.id().value()), Map.of(), Map.of()));
    }
}
