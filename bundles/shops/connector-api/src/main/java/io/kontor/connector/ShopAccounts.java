package io.kontor.connector;

import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UserId;
import java.net.URI;
import java.util.Map;

/** The connected shops of the current workspace, for modules that connect one without a person's help. An OSGi service. */
public interface ShopAccounts {

    /**
     * Connects a shop as the page does: asks it who it is, keeps its secrets sealed, asks it for messages, plans the
     * import and the sweep. It talks to the shop, so it must be called outside a transaction.
     *
     * @throws io.kontor.kernel.KontorException {@link ConnectorError#KIND_UNKNOWN}, {@link ConnectorError#FIELD},
     *     {@link ConnectorError#ACCOUNT_EXISTS}, {@link ConnectorError#ADDRESS_FORBIDDEN},
     *     {@link ConnectorError#UNREACHABLE}, {@link ConnectorError#KEYS_REFUSED}
     */
    SourceAccountId connect(NewShop shop);

    /**
     * Lets a shop go as the page does: its records stay, its keys are forgotten, its messages are no longer taken. A shop
     * that does not answer is let go all the same; it must be called outside a transaction.
     *
     * @throws io.kontor.kernel.KontorException {@link ConnectorError#ACCOUNT_UNKNOWN}, also for one that was let go before
     */
    void disconnect(SourceAccountId account);

    /**
     * A shop to connect.
     *
     * @param kind the {@link ShopConnector#kind()}
     * @param label what colleagues call it
     * @param url the shop's address
     * @param answers the answers to the form's questions, readable and secret ones
     * @param owner who gets what nobody owns
     */
    record NewShop(String kind, String label, URI url, Map<String, String> answers, UserId owner) {

        public NewShop {
            answers = Map.copyOf(answers);
        }

        /** Names the shop, never its secrets. */
        @Override
        public String toString() {
            return kind + " " + label + " at " + url;
        }
    }
}
