package io.kontor.access.internal.setup;

import io.kontor.access.AccessError;
import io.kontor.access.AuditLog;
import io.kontor.access.SetupAnswers;
import io.kontor.access.WorkspaceSetup;
import io.kontor.access.internal.link.LinkKind;
import io.kontor.access.internal.link.Links;
import io.kontor.access.internal.link.PublicAddress;
import io.kontor.access.internal.user.AccountService;
import io.kontor.access.internal.user.AccountStore;
import io.kontor.access.internal.user.Passwords;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.kernel.UserId;
import io.kontor.settings.Settings;
import io.kontor.store.Transactions;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first minutes of a workspace: a one-time link lets one person in, who answers what the business is. */
@Component(service = {WorkspaceSetup.class, SetupService.class})
public final class SetupService implements WorkspaceSetup {

    /** The person who sets up. */
    public record Founder(String name, String email, String password) {
        @Override
        public String toString() {
            return "Founder";
        }
    }

    private final AccountStore accounts;
    private final AccountService users;
    private final Passwords passwords;
    private final Links links;
    private final PublicAddress address;
    private final SetupSteps steps;
    private final Settings settings;
    private final AuditLog audit;
    private final Transactions transactions;
    private final ActorContext actors;

    @Activate
    public SetupService(
            @Reference AccountStore accounts,
            @Reference AccountService users,
            @Reference Passwords passwords,
            @Reference Links links,
            @Reference PublicAddress address,
            @Reference SetupSteps steps,
            @Reference Settings settings,
            @Reference AuditLog audit,
            @Reference Transactions transactions,
            @Reference ActorContext actors) {
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.links = links;
        this.address = address;
        this.steps = steps;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.actors = actors;
    }

    @Override
    public boolean open() {
        return accounts.empty();
    }

    /**
     * A new link in place of the former one.
     *
     * @throws KontorException {@link AccessError#SETUP_DONE}
     */
    public String link() {
        return transactions.call(() -> {
            guardOpen();
            return address.link(LinkKind.SETUP, links.makeSetup());
        });
    }

    /**
     * Makes the proprietor and lets every module do its part; all of it happens, or nothing.
     *
     * @param origin where the browser reached the workspace; links lead there from now on
     * @param answers the answers; their proprietor is not known yet and does not matter
     */
    public UserId setUp(String token, Founder founder, String origin, SetupAnswers answers) {
        guardOpen();
        if (!links.counts(LinkKind.SETUP, token)) {
            throw new KontorException(AccessError.LINK_INVALID);
        }
        String hash = passwords.hash(founder.password(), founder.email());
        return transactions.call(() -> {
            links.use(LinkKind.SETUP, token);
            guardOpen();
            UserId proprietor = users.found(founder.name(), founder.email(), hash, answers.locale());
            Actor actor = new Actor(Actor.Kind.USER, Optional.of(proprietor), founder.name());
            actors.run(actor, () -> apply(of(answers, proprietor), origin));
            return proprietor;
        });
    }

    @Override
    public UserId setUp(String name, String email, String password, SetupAnswers answers) {
        String link = link();
        String token = link.substring(link.indexOf('#') + 1);
        return setUp(token, new Founder(name, email, password), address.base(), answers);
    }

    @Override
    public String address() {
        return address.base();
    }

    private void apply(SetupAnswers answers, String origin) {
        settings.put("access", new Workspace(answers.company(), origin));
        steps.apply(answers);
        audit.record(
                "access.workspace-set-up",
                new Ref("user", answers.proprietor().value()),
                Map.of(),
                Map.of("company", answers.company(), "country", answers.country()));
    }

    private static SetupAnswers of(SetupAnswers answers, UserId proprietor) {
        return new SetupAnswers(
                answers.company(),
                answers.country(),
                answers.currency(),
                answers.zone(),
                answers.locale(),
                answers.demoData(),
                proprietor);
    }

    private void guardOpen() {
        if (!open()) {
            throw new KontorException(AccessError.SETUP_DONE);
        }
    }
}
