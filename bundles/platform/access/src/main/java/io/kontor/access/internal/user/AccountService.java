package io.kontor.access.internal.user;

import io.kontor.access.AccessError;
import io.kontor.access.AuditLog;
import io.kontor.access.UserEvent;
import io.kontor.access.internal.link.LinkKind;
import io.kontor.access.internal.link.Links;
import io.kontor.access.internal.session.SessionService;
import io.kontor.events.Events;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Reason;
import io.kontor.kernel.Ref;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens to users: invited, changed, deactivated. */
@Component(service = AccountService.class)
public final class AccountService {

    /**
     * What a change sets; what is empty stays.
     *
     * @param heir who takes over from a user that is deactivated; whoever deactivates if empty
     */
    public record Change(Optional<String> name, Optional<Role> role, Optional<Boolean> active, Optional<UserId> heir) {}

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]+@[^\\s@<>,;\"\\p{Cntrl}]+");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;

    private final AccountStore accounts;
    private final Links links;
    private final Invitations invitations;
    private final SessionService sessions;
    private final AuditLog audit;
    private final Events events;
    private final Errands errands;
    private final Transactions transactions;
    private final ActorContext actors;
    private final IdGenerator ids;

    @Activate
    public AccountService(
            @Reference AccountStore accounts,
            @Reference Links links,
            @Reference Invitations invitations,
            @Reference SessionService sessions,
            @Reference AuditLog audit,
            @Reference Events events,
            @Reference Errands errands,
            @Reference Transactions transactions,
            @Reference ActorContext actors,
            @Reference IdGenerator ids) {
        this.accounts = accounts;
        this.links = links;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.errands = errands;
        this.transactions = transactions;
        this.actors = actors;
        this.ids = ids;
    }

    public Page<Account> page(PageRequest request) {
        return accounts.page(request);
    }

    /** The first user of a workspace. Joins the set-up's transaction. */
    public UserId found(String name, String email, String passwordHash, Locale locale) {
        return add(checkedName(name), checkedEmail(email), Role.PROPRIETOR, Optional.of(passwordHash), locale);
    }

    /**
     * Invites somebody, or again who was invited and has not come; the former link stops to count.
     *
     * @return the link, which is mailed as well
     */
    public String invite(String email, Role role) {
        String checked = checkedEmail(email);
        return transactions.call(() -> {
            guardProprietor(role);
            Locale locale = actors.current()
                    .user()
                    .flatMap(accounts::find)
                    .map(Account::locale)
                    .orElse(Locale.ENGLISH);
            Optional<Account> known = accounts.byEmail(checked);
            if (known.filter(account -> !account.invited()).isPresent()) {
                throw taken();
            }
            known.ifPresent(account -> guardProprietor(account.role()));
            UserId user = known.map(account -> again(account, role))
                    .orElseGet(() -> add(checked, checked, role, Optional.empty(), locale));
            audit.record("access.user-invited", ref(user), Map.of(), Map.of("email", checked, "role", role));
            events.publish(new UserEvent.Invited(user));
            return invitations.send(user);
        });
    }

    /**
     * Changes a user. A change of rights ends the user's sessions, a deactivation the API tokens as well, and it hands
     * over what the user was responsible for.
     *
     * @throws KontorException {@link AccessError#HEIR_REQUIRED} if nobody fit takes over
     */
    public Account change(UserId id, long version, Change change) {
        return transactions.call(() -> {
            List<UserId> proprietors = accounts.lockProprietors();
            Account former = accounts.lock(id).orElseThrow(AccountService::unknown);
            if (former.version() != version) {
                throw new KontorException(KernelError.STALE, Map.of("current", former.version()));
            }
            Account next = next(former, change);
            if (former.role() != next.role() || former.active() != next.active()) {
                guardProprietor(former.role());
                guardProprietor(next.role());
            }
            boolean leaves = former.active()
                    && former.role() == Role.PROPRIETOR
                    && !(next.active() && next.role() == Role.PROPRIETOR);
            if (leaves && proprietors.size() <= 1) {
                throw new KontorException(AccessError.LAST_PROPRIETOR);
            }
            accounts.change(next);
            follow(former, next);
            audit.record("access.user-changed", ref(id), fields(former), fields(next));
            events.publish(new UserEvent.Changed(id));
            if (former.active() && !next.active()) {
                handOver(id, change.heir().or(() -> actors.current().user()));
            } else if (!former.active() && next.active()) {
                errands.stays(id);
            }
            return accounts.find(id).orElseThrow();
        });
    }

    public Account find(UserId id) {
        return accounts.find(id).orElseThrow(AccountService::unknown);
    }

    private void follow(Account former, Account next) {
        if (!next.active()) {
            links.revoke(LinkKind.INVITATION, next.id());
            links.revoke(LinkKind.PASSWORD_RESET, next.id());
            sessions.lockOut(next.id());
        } else if (former.role() != next.role() || !former.active()) {
            sessions.end(next.id());
        }
    }

    /** The modules hear of it a little later and do it in their own time: one that is away does it when it is back. */
    private void handOver(UserId from, Optional<UserId> to) {
        UserId heir = to.filter(user -> !user.equals(from))
                .filter(user -> accounts.lock(user)
                        .filter(account -> account.active() && !account.invited())
                        .isPresent())
                .orElseThrow(() -> new KontorException(AccessError.HEIR_REQUIRED, Map.of("field", "heir")));
        audit.record("access.user-left", ref(from), Map.of(), Map.of("heir", heir));
        errands.handOver(from, heir);
    }

    private UserId again(Account account, Role role) {
        accounts.change(
                next(account, new Change(Optional.empty(), Optional.of(role), Optional.of(true), Optional.empty())));
        return account.id();
    }

    private UserId add(String name, String email, Role role, Optional<String> hash, Locale locale) {
        UserId id = new UserId(ids.next());
        try {
            accounts.add(new Account(id, name, email, role, true, hash, locale, Optional.empty(), 1));
        } catch (UniqueViolation e) {
            throw new KontorException(AccessError.EMAIL_TAKEN, Map.of("field", "email"), e);
        }
        return id;
    }

    /** Only a proprietor touches a proprietor; otherwise an admin could make itself one. */
    private void guardProprietor(Role role) {
        if (role != Role.PROPRIETOR) {
            return;
        }
        Optional<Role> mine = actors.current().user().flatMap(accounts::find).map(Account::role);
        if (mine.filter(Role.PROPRIETOR::equals).isEmpty()) {
            throw new KontorException(AccessError.PROPRIETOR_ONLY);
        }
    }

    private static Account next(Account former, Change change) {
        return new Account(
                former.id(),
                change.name().map(AccountService::checkedName).orElse(former.name()),
                former.email(),
                change.role().orElse(former.role()),
                change.active().orElse(former.active()),
                former.passwordHash(),
                former.locale(),
                former.seenAt(),
                former.version());
    }

    /** What a person typed as a name, without blanks around it. */
    static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw invalid("name", Reason.length(1, LONGEST_NAME));
        }
        return stripped;
    }

    private static String checkedEmail(String email) {
        String stripped = email.strip();
        if (stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches()) {
            throw invalid("email", Reason.of("email", "it is not an e-mail address"));
        }
        return stripped;
    }

    private static Map<String, Object> fields(Account account) {
        return Map.of("name", account.name(), "role", account.role(), "active", account.active());
    }

    private static KontorException taken() {
        return new KontorException(AccessError.EMAIL_TAKEN, Map.of("field", "email"));
    }

    private static KontorException invalid(String field, Reason reason) {
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason));
    }

    private static KontorException unknown() {
        return new KontorException(KernelError.NOT_FOUND, Map.of("type", "user"));
    }

    private static Ref ref(UserId user) {
        return new Ref("user", user.value());
    }
}
