package io.kontor.connector.conformance;

import io.kontor.connector.ShopAccount;
import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopDelivery;
import java.util.List;

/** A shop that a test can do things to; it speaks the connector's language over a real socket. */
public interface PlayedShop extends AutoCloseable {

    /** What real documents do to their readers. */
    enum Oddity {
        UNKNOWN_FIELDS,
        OTHER_TYPES,
        NO_BUYER,
        NEGATIVE_TOTAL,
        THOUSAND_LINES,
        DELETED_PRODUCT,
        LOCAL_DATES,
        UNKNOWN_STATE
    }

    ShopConnector connector();

    /** The account with the right keys. */
    ShopAccount account();

    /** The secret that {@link #delivery} signs with. */
    String secret();

    /** Somebody buys; answers the order's id. */
    String placeOrder();

    /** Somebody buys, and the document is odd. */
    String placeOrder(Oddity oddity);

    /** So many orders of the past, placed in different seconds or in the same, as it happens. */
    List<String> placeOrders(int count);

    /** Makes the order another one, at a later second. */
    void change(String order);

    /** Removes the order for ever. */
    void delete(String order);

    /** The message about a record as the shop would send it now, signed. */
    ShopDelivery delivery(String order, String deliveryId);

    /** A message with this body, signed. */
    ShopDelivery delivery(byte[] body, String deliveryId);

    /** The message that says that the order is gone, signed. */
    ShopDelivery removal(String order);

    /** The next requests are answered with this status. */
    void answer(int status, int times);

    /** The next answer ends in the middle. */
    void cutOff();

    /** Before each list that is asked for, somebody buys. */
    void buyWhileRead();

    /** Waits until the shop's clock shows another second. */
    void nextSecond();

    @Override
    void close();
}
