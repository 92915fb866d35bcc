package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ConnectorEvent;
import io.kontor.kernel.KontorException;
import io.kontor.testkit.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The process may die between connecting a shop and saying so: then the same is asked again. */
class ConnectTwiceTest extends ShopStory {

    ConnectTwiceTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theSameAnswersAgainAreAnsweredWithTheAccountThatTheyMade() {
        Account first = stand.connect(shop);
        Account again = stand.connect(shop);

        assertEquals(first, again);
        assertEquals(List.of(first), stand.service.all());
        assertEquals(
                1, stand.events.published(ConnectorEvent.AccountConnected.class).size());
    }

    @Test
    void otherAnswersForAConnectedShopAreRefused() {
        Account first = stand.connect(shop);
        exists(answers("Coffee shop", shop.consumerSecret()));
        exists(answers("Tea shop", "cs_other"));

        assertEquals(List.of(first), stand.service.all());
    }

    @Test
    void aShopThatWasPausedMeanwhileIsNoLongerAsTheAnswersMadeIt() {
        Account first = stand.connect(shop);
        stand.service.change(
                first.id(),
                new AccountForms.Change(
                        Optional.empty(), Optional.empty(), Optional.of(true), Map.of(), first.version()));

        exists(answers("Tea shop", shop.consumerSecret()));
    }

    private AccountForms.Answers answers(String label, String secret) {
        return new AccountForms.Answers(
                "woocommerce",
                shop.url(),
                Optional.of(label),
                Map.of("consumerKey", shop.consumerKey(), "consumerSecret", secret, "webhookSecret", "hook"),
                Optional.empty());
    }

    private void exists(AccountForms.Answers answers) {
        KontorException refused = assertThrows(KontorException.class, () -> stand.service.connect(answers));
        assertEquals(ConnectorError.ACCOUNT_EXISTS, refused.error());
    }
}
