package io.kontor.connector;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation with one shop. Every method talks to it, at the pace of {@link RateLimit}, and throws a
 * {@link io.kontor.kernel.KontorException} of {@link ConnectorError} when the shop does not answer as it should. A
 * record that cannot be read never fails a page: it is set aside in {@link ShopPage#rejected()}.
 *
 * <p>Cursors are text that only the connector understands; they stay valid after a restart and when records are added,
 * changed or removed while pages are read: a page may repeat records, it never leaves one out.
 */
public interface ShopSession {

    /** Whether the address and the keys are right, and what the shop says about itself. */
    ShopProfile probe();

    /** All orders, newest first. */
    ShopPage<ShopOrder> orders(Optional<String> cursor);

    /**
     * Orders that were changed after a moment of the shop's clock, oldest change first.
     *
     * @param cursor where to go on; the moment counts only without one
     */
    ShopPage<ShopOrder> ordersChanged(Instant since, Optional<String> cursor);

    /** The order as it stands, refunds included; empty if the shop no longer has it. */
    Optional<ShopRecord<ShopOrder>> order(String externalId);

    /** Products and their variants that were changed after a moment; {@link Instant#EPOCH} asks for all. */
    ShopPage<ShopProduct> products(Instant since, Optional<String> cursor);

    Optional<ShopRecord<ShopProduct>> product(String externalId);

    /** All registered customers. */
    ShopPage<ShopCustomer> customers(Optional<String> cursor);

    Optional<ShopRecord<ShopCustomer>> customer(String externalId);

    /**
     * Makes sure that the shop tells us what happens: registers what is missing, enables what the shop disabled.
     *
     * @param deliveryUrl where the shop shall send to
     * @param secret what it shall sign with
     */
    WebhookReport ensureWebhooks(URI deliveryUrl, String secret);

    /** Takes back what {@link #ensureWebhooks} registered for the address. */
    void removeWebhooks(URI deliveryUrl);
}
