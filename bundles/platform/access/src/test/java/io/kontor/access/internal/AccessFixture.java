package io.kontor.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.access.LinkSender;
import io.kontor.access.SetupAnswers;
import io.kontor.access.internal.audit.AuditEntries;
import io.kontor.access.internal.audit.StoredAuditLog;
import io.kontor.access.internal.gate.Callers;
import io.kontor.access.internal.gate.Permissions;
import io.kontor.access.internal.link.Links;
import io.kontor.access.internal.link.PublicAddress;
import io.kontor.access.internal.session.Attempts;
import io.kontor.access.internal.session.SessionService;
import io.kontor.access.internal.session.SessionStore;
import io.kontor.access.internal.session.TokenService;
import io.kontor.access.internal.session.TokenStore;
import io.kontor.access.internal.setup.SetupService;
import io.kontor.access.internal.setup.SetupSteps;
import io.kontor.access.internal.setup.Workspace;
import io.kontor.access.internal.user.AccountService;
import io.kontor.access.internal.user.AccountService.Change;
import io.kontor.access.internal.user.AccountStore;
import io.kontor.access.internal.user.Errands;
import io.kontor.access.internal.user.Invitations;
import io.kontor.access.internal.user.LeavingJob;
import io.kontor.access.internal.user.LinkMailJob;
import io.kontor.access.internal.user.PasswordRealm;
import io.kontor.access.internal.user.Passwords;
import io.kontor.access.internal.user.ResetJob;
import io.kontor.events.DomainEvent;
import io.kontor.kernel.Actor;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.settings.Secrets;
import io.kontor.settings.Settings;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Access wired by hand over the real database; mails go into a queue. */
public final class AccessFixture {

    /** The password of everybody in these tests. */
    public static final String PASSWORD = "correct horse";

    public final TestClock clock = new TestClock();
    public final ThreadActorContext actors = new ThreadActorContext();
    public final Deque<String> mails = new ArrayDeque<>();
    public final List<DomainEvent> events = new ArrayList<>();
    public final QueuedJobs jobs;

    /** Whether the mail server answers. */
    public boolean mailServer = true;

    public final Permissions permissions = new Permissions();
    public final SetupSteps steps = new SetupSteps();
    public final AccountStore accounts;
    public final Callers callers;
    public final SessionService sessions;
    public final TokenService tokens;
    public final AccountService users;
    public final Invitations invitations;
    public final SetupService setup;
    public final StoredAuditLog audit;
    public final AuditEntries entries;

    public AccessFixture(TestDatabase database) {
        IdGenerator ids = new SequentialIds();
        Store store = database.store("access");
        Transactions transactions = database.transactions();
        WorkspaceContext workspaces = database.workspaces();
        permissions.bind(new AccessModule());
        accounts = new AccountStore(store, clock);
        audit = new StoredAuditLog(store, actors, ids, clock);
        entries = new AuditEntries(store);
        SessionStore sessionStore = new SessionStore(store, clock, Duration.ofHours(12), Duration.ofDays(14));
        TokenStore tokenStore = new TokenStore(store, clock);
        callers = new Callers(sessionStore, tokenStore, permissions, workspaces, clock);
        Passwords passwords = new Passwords();
        PasswordRealm realm = new PasswordRealm(accounts, passwords);
        sessions = new SessionService(
                realm, sessionStore, tokenStore, callers, new Attempts(clock), transactions, workspaces);
        tokens = new TokenService(tokenStore, callers, audit, transactions, ids, clock);
        Links links = new Links(store, new Reversed(), ids, clock);
        Settings settings = new OneWorkspace();
        PublicAddress address = new PublicAddress(
                new OneHost(),
                workspaces,
                settings,
                new PublicAddress.Installation(() -> "http://localhost", "https://crm.example.org"));
        jobs = new QueuedJobs(workspaces);
        Errands errands = new Errands(jobs, ids, clock);
        invitations = new Invitations(
                accounts, passwords, links, address, errands, sessions, audit, events::add, transactions, actors);
        users = new AccountService(
                accounts, links, invitations, sessions, audit, events::add, errands, transactions, actors, ids);
        jobs.add(new LinkMailJob(links, accounts, address, this::deliver));
        jobs.add(new ResetJob(invitations));
        jobs.add(new LeavingJob(accounts, events::add, transactions));
        setup = new SetupService(
                accounts, users, passwords, links, address, steps, settings, audit, transactions, actors);
    }

    private void deliver(LinkSender.Kind kind, String to, String link, Locale locale) {
        if (!mailServer) {
            throw new UncheckedIOException(new IOException("Connection refused"));
        }
        mails.add(kind + " " + to + " " + link);
    }

    /** The next mail, once the work behind the requests is done; empty if there is none. */
    public String nextMail() {
        assertEquals(0, jobs.run());
        return mails.isEmpty() ? "" : mails.remove();
    }

    /** The answers of the first page. */
    public static SetupAnswers answers() {
        return new SetupAnswers(
                "Shop",
                "DE",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Locale.GERMAN,
                false,
                new UserId(new UUID(0, 0)));
    }

    /** A workspace whose proprietor is Ann. */
    public UserId ann() {
        return setup.setUp(
                token(setup.link()),
                new SetupService.Founder("Ann", "ann@example.org", PASSWORD),
                "https://crm.example.org",
                answers());
    }

    /** Somebody whom a colleague invited, and who came. */
    public UserId joined(UserId by, String email, Role role) {
        String link = as(by, () -> users.invite(email, role));
        return invitations.accept(token(link), "Bob", PASSWORD);
    }

    static Change active(boolean active) {
        return new Change(Optional.empty(), Optional.empty(), Optional.of(active), Optional.empty());
    }

    static Change leaving(UserId heir) {
        return new Change(Optional.empty(), Optional.empty(), Optional.of(false), Optional.of(heir));
    }

    static Change role(Role role) {
        return new Change(Optional.empty(), Optional.of(role), Optional.empty(), Optional.empty());
    }

    /** Does something as a user. */
    public <T> T as(UserId user, Supplier<T> work) {
        return actors.call(new Actor(Actor.Kind.USER, Optional.of(user), "user"), work);
    }

    /** What stands behind the # of a link. */
    public static String token(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    private static final class Reversed implements Secrets {

        @Override
        public byte[] seal(String plain, String purpose) {
            return new StringBuilder(plain).reverse().toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] sealed, String purpose) {
            return new StringBuilder(new String(sealed, StandardCharsets.UTF_8))
                    .reverse()
                    .toString();
        }
    }

    /** The workspace is alone and answers at any host. */
    private static final class OneHost implements WorkspaceDirectory {

        @Override
        public Set<WorkspaceId> all() {
            return Set.of();
        }

        @Override
        public Optional<WorkspaceId> byHost(String host) {
            return Optional.empty();
        }

        @Override
        public Set<String> hosts(WorkspaceId workspace) {
            return Set.of();
        }
    }

    private static final class OneWorkspace implements Settings {

        private Record value = new Workspace();

        @Override
        public <T extends Record> T get(String module, Class<T> type) {
            return type.cast(value);
        }

        @Override
        public void put(String module, Record changed) {
            value = changed;
        }
    }
}
