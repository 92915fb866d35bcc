package io.kontor.demo.internal;

import io.kontor.connector.ShopAccounts;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.EventTail;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.kernel.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running product as an {@link Office}. */
@Component(service = ProductOffice.class)
public final class ProductOffice {
    private static final Logger LOG = LoggerFactory.getLogger(ProductOffice.class);
    private static final Duration LONGEST_GREETING = Duration.ofSeconds(30);
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(30);
    /** Work leads to events and events to work; when none came for so many glances, there is none left. */
    private static final int QUIET_GLANCES = 6;

    private final ShopAccounts accounts;
    private final EventTail events;
    private final Colleagues colleagues;

    @Activate
    public ProductOffice(
            @Reference ShopAccounts accounts, @Reference EventTail events, @Reference Colleagues colleagues) {
        this.accounts = accounts;
        this.events = events;
        this.colleagues = colleagues;
    }

    /** The office of a workspace whose shop belongs to this colleague. */
    Office of(UserId owner, Phrases phrases) {
        return new Office() {
            @Override
            public SourceAccountId connect(FakeWooCommerce shop) {
                SourceAccountId account = accounts.connect(new ShopAccounts.NewShop(
                        "woocommerce",
                        phrases.shop(),
                        URI.create(shop.url()),
                        Map.of("consumerKey", shop.consumerKey(), "consumerSecret", shop.consumerSecret()),
                        owner));
                if (!await(LONGEST_GREETING, () -> !shop.webhooks().isEmpty())) {
                    LOG.warn("The demo shop was not asked for messages; its orders come by the sweep");
                }
                settle();
                return account;
            }

            @Override
            public void settle() {
                ProductOffice.this.settle();
            }

            @Override
            public void evening(SourceAccountId account, LocalDate today) {
                colleagues.work(account, today, phrases);
            }
        };
    }

    /** Waits until what has happened so far has been worked off. */
    void settle() {
        long[] seen = {events.position()};
        int[] quiet = {0};
        boolean settled = await(LONGEST_SETTLING, () -> {
            long now = events.position();
            quiet[0] = now == seen[0] ? quiet[0] + 1 : 0;
            seen[0] = now;
            return quiet[0] > QUIET_GLANCES;
        });
        if (!settled) {
            LOG.warn("The product is busy for more than {} s; the demo goes on", LONGEST_SETTLING.toSeconds());
        }
    }

    /** Looks again and again; false when it took too long, or when the product stops. */
    private static boolean await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(GLANCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
