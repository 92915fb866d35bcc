package io.kontor.connector.internal;

import io.kontor.connector.internal.http.ShopWays;
import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.FixedSettings;
import io.kontor.testkit.PlainSecrets;
import io.kontor.testkit.PlayedRun;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.RecordingJobs;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.webhooks.WebhookAddresses;
import io.kontor.woocommerce.internal.WooConnector;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The module put together by hand: a real database and a real conversation over HTTP, the other modules in memory. */
final class Stand {

    final KeptOrders orders = new KeptOrders();
    final KeptCatalog catalog = new KeptCatalog();
    final KeptIdentities identities = new KeptIdentities();
    final RecordingJobs jobs = new RecordingJobs();
    final RecordingEvents events = new RecordingEvents();
    final FixedSettings settings = new FixedSettings();
    final Transactions transactions;
    final AccountStore accounts;
    final Vault vault;
    final ProgressStore progresses;
    final DeadLetterStore letters;
    final ShopIntake intake;
    final ShopDeliveries deliveries;
    final AccountService service;
    final DeadLetterService letterService;
    final ImportJob importJob;
    final SweepJob sweepJob;
    final RefetchJob refetchJob;
    final FakeUsers users = new FakeUsers();
    final OwnerLeft ownerLeft;
    final WooConnector connector = new WooConnector(Clock.systemUTC());
    private final Clock clock = Clock.systemUTC();

    Stand(TestDatabase database, List<String> allowedPrivateTargets) {
        Store store = database.store("connector");
        ConnectorConfig config = config(allowedPrivateTargets);
        transactions = database.transactions();
        accounts = new AccountStore(store);
        vault = new Vault(accounts, new PlainSecrets());
        progresses = new ProgressStore(store);
        letters = new DeadLetterStore(store, java.util.UUID::randomUUID);
        AccountWork work = new AccountWork(accounts, transactions, events, clock);
        intake = new ShopIntake(identities, orders, catalog, letters, jobs, work, clock);
        deliveries = new ShopDeliveries(accounts, vault, intake);
        ShopConnectors connectors = new ShopConnectors(deliveries, bundle());
        connectors.bind(connector);
        ShopWays ways = new ShopWays(clock, config);
        ShopSessions sessions = new ShopSessions(connectors, vault, ways);
        PageWriter pages = new PageWriter(transactions, intake);
        ShopReach reach = new ShopReach(
                accounts,
                vault,
                addresses(),
                ways,
                transactions,
                nowhere(),
                new PublicUrl(new OwnNames(Set.of()), database.workspaces(), ""));
        AccountForms forms = new AccountForms(ways, connectors, users, actors());
        RecordingAuditLog audit = new RecordingAuditLog();
        service = new AccountService(
                accounts,
                forms,
                connectors,
                ways,
                vault,
                progresses,
                reach,
                addresses(),
                new Bookkeeping(transactions, jobs, events, audit, new SequentialIds(), clock));
        ownerLeft = new OwnerLeft(service, users);
        importJob = new ImportJob(work, sessions, pages, progresses, clock);
        sweepJob = new SweepJob(work, sessions, pages, progresses, reach, settings, clock, config);
        refetchJob = new RefetchJob(work, sessions, intake, transactions);
        letterService = new DeadLetterService(
                letters, service, connectors, vault, refetchJob, intake, work, transactions, audit, clock);
    }

    Account connect(FakeWooCommerce shop) {
        return connect(shop, shop.consumerSecret());
    }

    Account connect(FakeWooCommerce shop, String secret) {
        return service.connect(new AccountForms.Answers(
                "woocommerce",
                shop.url(),
                Optional.of("Tea shop"),
                Map.of("consumerKey", shop.consumerKey(), "consumerSecret", secret, "webhookSecret", "hook"),
                Optional.empty()));
    }

    ImportProgress planned(SourceAccountId account) {
        return (ImportProgress) jobs.plan(ImportJob.JOB, account.value().toString())
                .orElseThrow()
                .data();
    }

    void sweep(SourceAccountId account) {
        sweepJob.run(new PlayedRun(new SweepJob.Plan(account.value())));
    }

    /** Runs what was planned to ask the shop again. */
    void refetch() {
        for (RecordingJobs.Plan plan : jobs.plans()) {
            if (plan.job().equals(RefetchJob.JOB)) {
                jobs.cancel(plan.job(), plan.key());
                refetchJob.run(new PlayedRun(plan.data()));
            }
        }
    }

    private static ConnectorConfig config(List<String> allowedPrivateTargets) {
        return new ConnectorConfig() {
            @Override
            public String[] allowedPrivateTargets() {
                return allowedPrivateTargets.toArray(String[]::new);
            }

            @Override
            public String public_url() {
                return "";
            }

            @Override
            public int answerTimeoutSeconds() {
                return 20;
            }

            @Override
            public int maxAnswerBytes() {
                return 32 * 1024 * 1024;
            }

            @Override
            public int sweepSeconds() {
                return 60;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ConnectorConfig.class;
            }
        };
    }

    private static LocalAddress nowhere() {
        return new LocalAddress(proxy(ConfigurationAdmin.class)) {
            @Override
            Optional<String> towards(URI shop) {
                return Optional.empty();
            }
        };
    }

    private static BundleContext bundle() {
        return (BundleContext) Proxy.newProxyInstance(
                Stand.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> proxy(ServiceRegistration.class));
    }

    private static <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Stand.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }

    static WebhookAddresses addresses() {
        return new WebhookAddresses() {
            @Override
            public String open(String kind, UUID account) {
                return "/hook/" + account;
            }

            @Override
            public void close(UUID account) {}

            @Override
            public int forget(UUID account, int limit) {
                return 0;
            }

            @Override
            public long refused(UUID account) {
                return 0;
            }
        };
    }

    private static ActorContext actors() {
        return new ActorContext() {
            @Override
            public <T> T call(Actor actor, Supplier<T> work) {
                return work.get();
            }

            @Override
            public Actor current() {
                return Actor.system("test");
            }
        };
    }
}
