package io.kontor.connector;

import java.util.List;
import java.util.Optional;

/**
 * A kind of shop or marketplace. Published as an OSGi service by the leaf that speaks its language. It keeps no state:
 * accounts, secrets, progress and pace are the connector module's.
 */
public interface ShopConnector {

    /** The stable name, for example {@code woocommerce}; also the channel of its orders. */
    String kind();

    /** What the page that connects a shop shows and asks for. */
    ConnectorForm form();

    /** How many requests such a shop bears. */
    RateLimit rateLimit();

    /**
     * Opens a conversation with a shop; sends nothing yet.
     *
     * @throws io.kontor.kernel.KontorException {@link ConnectorError#FIELD} if the account lacks something
     */
    ShopSession open(ShopAccount account, ShopHttp http);

    /** Connecting by one button, where the shop offers it. */
    Optional<ShopAuthorisation> authorisation();

    /** Looks at a message before it is stored: over the raw bytes, in constant time, reading no more than it needs. */
    DeliveryVerdict verify(ShopDelivery delivery, String secret);

    /** What a genuine message says. Every record in it is either mapped or refused with a reason; never an exception. */
    List<ShopChange> read(ShopDelivery delivery, ShopAccount account);

    /** Reads a single document that was set aside, after the connector has learned better or a person wants it again. */
    ShopChange reread(RejectedDocument document, ShopAccount account);
}
