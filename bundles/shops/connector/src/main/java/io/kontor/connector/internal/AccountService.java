package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ConnectorEvent;
import io.kontor.connector.ShopAccounts;
import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopProfile;
import io.kontor.connector.internal.http.ShopWays;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.store.UniqueViolation;
import io.kontor.webhooks.WebhookAddresses;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of connected shops: connect, change, sweep, disconnect. */
@Component(service = {ShopAccounts.class, AccountService.class})
public final class AccountService implements ShopAccounts {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    /** The first sweep begins before the connection, so that no change falls between import and sweep. */
    private static final Duration HEAD_START = Duration.ofMinutes(10);

    private final AccountStore accounts;
    private final AccountForms forms;
    private final ShopConnectors connectors;
    private final ShopWays ways;
    private final Vault vault;
    private final ProgressStore progresses;
    private final ShopReach reach;
    private final WebhookAddresses addresses;
    private final Bookkeeping books;

    @Activate
    public AccountService(
            @Reference AccountStore accounts,
            @Reference AccountForms forms,
            @Reference ShopConnectors connectors,
            @Reference ShopWays ways,
            @Reference Vault vault,
            @Reference ProgressStore progresses,
            @Reference ShopReach reach,
            @Reference WebhookAddresses addresses,
            @Reference Bookkeeping books) {
        this.accounts = accounts;
        this.forms = forms;
        this.connectors = connectors;
        this.ways = ways;
        this.vault = vault;
        this.progresses = progresses;
        this.reach = reach;
        this.addresses = addresses;
        this.books = books;
    }

    List<Account> all() {
        return accounts.all();
    }

    /** @throws KontorException {@link ConnectorError#ACCOUNT_UNKNOWN} */
    Account require(SourceAccountId id) {
        return accounts.find(id)
                .filter(account -> account.status() != Account.Status.DISCONNECTED)
                .orElseThrow(() -> new KontorException(ConnectorError.ACCOUNT_UNKNOWN));
    }

    @Override
    public SourceAccountId connect(NewShop shop) {
        return connect(new AccountForms.Answers(
                        shop.kind(),
                        shop.url().toString(),
                        Optional.of(shop.label()),
                        shop.answers(),
                        Optional.of(shop.owner())))
                .id();
    }

    /**
     * Tries the shop, and if it lets us in, keeps the account and begins to import. Who repeats the very same answers, for
     * example because the process died before it could say so, gets the account that they made.
     *
     * @throws KontorException {@link ConnectorError#ACCOUNT_EXISTS}
     */
    Account connect(AccountForms.Answers answers) {
        ShopConnector connector = connectors.require(answers.kind());
        AccountForms.Checked checked = forms.check(connector, answers);
        Optional<Account> known = accounts.find(answers.kind(), checked.url());
        Optional<Account> connected = known.filter(account -> account.status() != Account.Status.DISCONNECTED);
        if (connected.isPresent()) {
            return repeated(connected.get(), checked, answers);
        }
        SourceAccountId id = known.map(Account::id)
                .orElseGet(() -> new SourceAccountId(books.ids().next()));
        Map<String, String> secrets = new HashMap<>(checked.secrets());
        secrets.computeIfAbsent(Vault.WEBHOOK_SECRET, name -> newSecret());
        ShopProfile profile = forms.probe(connector, checked, id, secrets);
        Account account = account(id, checked, answers, known, profile);
        byte[] sealed = vault.seal(id, secrets);
        try {
            books.transactions().run(() -> {
                if (known.isPresent()) {
                    requireCurrent(accounts.update(account, Optional.of(sealed)), known.get());
                } else {
                    accounts.add(account, sealed);
                }
                begin(account, profile);
            });
        } catch (UniqueViolation e) {
            throw new KontorException(
                    ConnectorError.ACCOUNT_EXISTS, Map.of("url", checked.url(), "name", account.label()), e);
        }
        return require(id);
    }

    private Account repeated(Account account, AccountForms.Checked checked, AccountForms.Answers answers) {
        if (!forms.made(account, vault.open(account.id()), checked, answers)) {
            throw new KontorException(
                    ConnectorError.ACCOUNT_EXISTS, Map.of("url", account.url(), "name", account.label()));
        }
        return account;
    }

    private Account account(
            SourceAccountId id,
            AccountForms.Checked checked,
            AccountForms.Answers answers,
            Optional<Account> known,
            ShopProfile profile) {
        Map<String, String> settings = new HashMap<>(checked.settings());
        settings.putAll(profile.settings());
        String host = checked.url().getHost();
        return new Account(
                id,
                answers.kind(),
                answers.label()
                        .or(profile::name)
                        .filter(label -> !label.isBlank())
                        .orElse(host),
                checked.url(),
                settings,
                checked.owner(),
                known.map(Account::connectedAt).orElseGet(this::thisSecond),
                Account.Status.ACTIVE,
                Account.Reach.SWEEP,
                reach.obstacle(checked.url()),
                Optional.empty(),
                known.map(Account::version).orElse(1L));
    }

    /** Shops date their orders by the second: one that was placed in this very second is not history. */
    private Instant thisSecond() {
        return books.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void begin(Account account, ShopProfile profile) {
        Instant now = books.clock().instant();
        progresses.beginSweep(account.id(), profile.now().minus(HEAD_START));
        ImportProgress progress = ImportProgress.begin(account.id(), now);
        progresses.save(progress, now);
        String key = account.id().value().toString();
        books.jobs().plan(ImportJob.JOB, key, now, progress);
        planSweep(account.id());
        addresses.open(account.kind(), account.id().value());
        books.events().publish(new ConnectorEvent.AccountConnected(account.id(), account.kind(), account.label()));
        books.audit()
                .record(
                        "connector.account-connected",
                        ref(account.id()),
                        Map.of(),
                        Map.of("kind", account.kind(), "url", account.url().toString(), "label", account.label()));
    }

    /** Reconciles now. */
    void sweep(SourceAccountId id) {
        require(id);
        books.transactions().run(() -> planSweep(id));
    }

    private void planSweep(SourceAccountId id) {
        books.jobs().plan(SweepJob.JOB, id.value().toString(), books.clock().instant(), new SweepJob.Plan(id.value()));
    }

    /** Changes what a person may change; new keys are tried first. */
    Account change(SourceAccountId id, AccountForms.Change change) {
        Account before = require(id);
        if (change.version() != before.version()) {
            throw new KontorException(KernelError.STALE, Map.of("current", before.version()));
        }
        Map<String, String> secrets = new HashMap<>(vault.open(id));
        secrets.putAll(change.secrets());
        Account after = forms.apply(before, change, secrets);
        Optional<byte[]> sealed = change.secrets().isEmpty() ? Optional.empty() : Optional.of(vault.seal(id, secrets));
        books.transactions().run(() -> {
            requireCurrent(accounts.update(after, sealed), before);
            if (after.status() == Account.Status.ACTIVE) {
                resume(id);
            } else {
                cancelJobs(id);
            }
            books.audit().record("connector.account-changed", ref(id), forms.shown(before), forms.shown(after));
        });
        return require(id);
    }

    /** Goes on where it stood when it was paused or its keys stopped to work. */
    private void resume(SourceAccountId id) {
        progresses
                .find(id)
                .filter(progress -> !progress.ended())
                .ifPresent(progress -> books.jobs()
                        .plan(
                                ImportJob.JOB,
                                id.value().toString(),
                                books.clock().instant(),
                                progress));
        planSweep(id);
    }

    private void cancelJobs(SourceAccountId id) {
        books.jobs().cancel(ImportJob.JOB, id.value().toString());
        books.jobs().cancel(SweepJob.JOB, id.value().toString());
    }

    @Override
    public void disconnect(SourceAccountId id) {
        Account account = require(id);
        connectors
                .find(account.kind())
                .ifPresent(connector -> reach.leave(
                        account, connector.open(vault.opened(account), ways.to(id, connector.rateLimit()))));
        Account gone = forms.disconnected(account);
        byte[] nothing = vault.seal(id, Map.of());
        books.transactions().run(() -> {
            requireCurrent(accounts.update(gone, Optional.of(nothing)), account);
            cancelJobs(id);
            addresses.close(id.value());
            books.audit()
                    .record(
                            "connector.account-disconnected",
                            ref(id),
                            Map.of("url", account.url().toString(), "label", account.label()),
                            Map.of());
        });
        ways.forget(id);
    }

    private static void requireCurrent(boolean updated, Account read) {
        if (!updated) {
            throw new KontorException(KernelError.STALE, Map.of("current", read.version() + 1));
        }
    }

    private static Ref ref(SourceAccountId id) {
        return new Ref(ConnectorEvent.RECORD, id.value());
    }

    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
