package io.kontor.demo.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.settings.Secrets;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the demo shops of all workspaces that asked for one: opens them, walks them through their story, and opens them
 * again after a restart, in the middle of the story if it was not told to the end.
 */
@Component(immediate = true, service = Demo.class)
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final WorkspaceContext workspaces;
    private final ActorContext actors;
    private final DemoStore store;
    private final DemoShops shops;
    private final ProductOffice offices;
    private final Timepiece timepiece;
    private final Secrets secrets;
    private final Map<WorkspaceId, LocalDate> walking = new ConcurrentHashMap<>();
    // One after the other: they share the one clock.
    private final ExecutorService walks = Executors.newSingleThreadExecutor(walk -> new Thread(walk, "kontor-demo"));

    @Activate
    public Demo(
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces,
            @Reference ActorContext actors,
            @Reference DemoStore store,
            @Reference DemoShops shops,
            @Reference ProductOffice offices,
            @Reference Timepiece timepiece,
            @Reference Secrets secrets) {
        this.workspaces = workspaces;
        this.actors = actors;
        this.store = store;
        this.shops = shops;
        this.offices = offices;
        this.timepiece = timepiece;
        this.secrets = secrets;
        directory.all().forEach(this::begin);
    }

    @Deactivate
    void stop() {
        walks.shutdownNow();
    }

    /** Opens the workspace's shop, if it has one, and tells its story to the end; in the background. */
    void begin(WorkspaceId workspace) {
        walks.execute(() -> workspaces.run(workspace, () -> open(workspace)));
    }

    /** The day that the story of a workspace has come to, while it is told. */
    Optional<LocalDate> day(WorkspaceId workspace) {
        return Optional.ofNullable(walking.get(workspace));
    }

    /** Keeps what the shop of the bound workspace knows now. */
    void remember(FakeWooCommerce shop) {
        KeptShop kept = store.find().orElseThrow();
        store.update(kept.knowing(kept.walk(), shop.memory()));
    }

    private void open(WorkspaceId workspace) {
        try {
            Optional<KeptShop> kept = store.find().filter(shop -> shop.phase() != KeptShop.Phase.REMOVING);
            if (kept.isPresent()) {
                FakeWooCommerce shop = shops.open(workspace, kept.get(), keys(kept.get()));
                store.update(kept.get().at(DemoShops.port(shop)));
                if (kept.get().phase() == KeptShop.Phase.WALKING) {
                    walk(workspace, shop);
                }
            }
        } catch (IOException e) {
            LOG.error("The demo shop of {} cannot open at its port; end what uses it and start again", workspace, e);
        } catch (KontorException e) {
            LOG.error("The demo shop of {} cannot open", workspace, e);
        }
    }

    private DemoShops.Keys keys(KeptShop kept) {
        return DemoShops.Keys.read(secrets.open(kept.keys(), DemoSetup.KEYS_PURPOSE));
    }

    private void walk(WorkspaceId workspace, FakeWooCommerce shop) {
        KeptShop kept = store.find().orElseThrow();
        // Not the proprietor: what is written in the demo's name goes with the demo, what a person wrote stays.
        Actor actor = Actor.system("Demo");
        Walk walk = new Walk(
                shop, offices.of(kept.owner(), Phrases.in(kept.language())), timepiece, kept.zone(), new Diary(shop));
        actors.run(actor, () -> {
            try {
                walk.go(kept.walk(), kept.account(), day -> walking.put(workspace, day));
                end(KeptShop.Phase.READY, "");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.info("The demo's story goes on at the next start", e);
            } catch (RuntimeException e) {
                LOG.error("The demo's story broke off; what has happened until then stays", e);
                end(KeptShop.Phase.BROKEN, String.valueOf(e.getMessage()));
            } finally {
                walking.remove(workspace);
            }
        });
    }

    private void end(KeptShop.Phase phase, String reason) {
        store.update(store.find().orElseThrow().in(phase, reason));
    }

    /** Writes the progress into the shop's row. */
    private final class Diary implements Walk.Book {
        private final FakeWooCommerce shop;

        Diary(FakeWooCommerce shop) {
            this.shop = shop;
        }

        @Override
        public void connected(SourceAccountId account) {
            store.update(store.find().orElseThrow().connectedAs(account));
        }

        @Override
        public void done(WalkState state) {
            store.update(store.find().orElseThrow().knowing(state, shop.memory()));
        }
    }
}
