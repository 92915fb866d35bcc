package io.kontor.demo.internal;

import io.kontor.connector.PrivateTargets;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.kernel.WorkspaceId;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The demo shops that are open in this process, on loopback; the connector may reach exactly them. */
@Component(service = {DemoShops.class, PrivateTargets.class})
public final class DemoShops implements PrivateTargets {
    static final String HOST = "127.0.0.1";

    private final Timepiece timepiece;
    private final Map<WorkspaceId, FakeWooCommerce> open = new ConcurrentHashMap<>();

    /** A REST key with its secret. */
    record Keys(String key, String secret) {
        static Keys read(String text) {
            int colon = text.indexOf(':');
            return new Keys(text.substring(0, colon), text.substring(colon + 1));
        }

        String written() {
            return key + ":" + secret;
        }

        @Override
        public String toString() {
            return "Keys";
        }
    }

    @Activate
    public DemoShops(@Reference Timepiece timepiece) {
        this.timepiece = timepiece;
    }

    /**
     * Opens the workspace's shop as it was.
     *
     * @throws IOException if its port is taken by now
     */
    FakeWooCommerce open(WorkspaceId workspace, KeptShop kept, Keys keys) throws IOException {
        FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local()
                .at(HOST, kept.port())
                .in(kept.zone())
                .on(timepiece.clock())
                .keyed(keys.key(), keys.secret())
                .controlled(false)
                .seeded(kept.lives() + 1L));
        if (kept.memory().length > 0) {
            shop.recall(kept.memory());
        }
        open.put(workspace, shop);
        return shop;
    }

    Optional<FakeWooCommerce> of(WorkspaceId workspace) {
        return Optional.ofNullable(open.get(workspace));
    }

    /** Closes the workspace's shop, if it is open: nobody orders there any more. */
    void close(WorkspaceId workspace) {
        Optional.ofNullable(open.remove(workspace)).ifPresent(FakeWooCommerce::close);
    }

    static int port(FakeWooCommerce shop) {
        return URI.create(shop.url()).getPort();
    }

    @Override
    public Set<String> targets() {
        return open.values().stream().map(shop -> HOST + ":" + port(shop)).collect(Collectors.toUnmodifiableSet());
    }

    @Deactivate
    void close() {
        open.values().forEach(FakeWooCommerce::close);
    }
}
