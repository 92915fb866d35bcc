package io.kontor.connector;

import java.net.URI;
import java.util.Map;

/** Connecting by one button: the shop asks its owner and then sends the keys to us. */
public interface ShopAuthorisation {

    /**
     * The page of the shop where its owner agrees.
     *
     * @param shop the shop's address
     * @param state what the shop gives back, so that nobody else can answer in its place
     * @param callback where the shop sends the keys
     * @param back where the owner's browser goes afterwards
     */
    URI page(URI shop, String state, URI callback, URI back);

    /**
     * The keys out of the shop's message.
     *
     * @return what goes to {@link ShopAccount#secrets()}
     * @throws io.kontor.kernel.KontorException {@link ConnectorError#AUTHORISATION_UNREADABLE}
     */
    Map<String, String> keys(byte[] message, String state);
}
