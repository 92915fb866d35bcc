package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.connector.ConnectorEvent;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.PageRequest;
import io.kontor.testkit.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterServiceTest extends ShopStory {

    DeadLetterServiceTest(TestDatabase database) {
        super(database);
    }

    @Test
    void oneOrderThatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        SourceAccountId id = stand.connect(shop).id();
        long good = order();
        long bad = order();
        ObjectNode broken = (ObjectNode) shop.order(bad).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(good)));
        DeadLetter letter =
                stand.letterService.page(id, PageRequest.first(10)).items().get(0);
        assertEquals("The currency ??? is not in ISO 4217", letter.reason());
        assertThrows(KontorException.class, () -> stand.letterService.retry(id, letter.id()));
        broken.put("currency", "EUR");
        shop.loadOrder(broken);
        stand.letterService.retry(id, letter.id());
        assertTrue(stand.orders.kept.containsKey(Long.toString(bad)));
        assertEquals(0, stand.letterService.count(id, 10));
    }

    @Test
    void pagesAreToldWhenADocumentIsSetAsideAndWhenItIsGivenUp() {
        SourceAccountId id = stand.connect(shop).id();
        ObjectNode broken = (ObjectNode) shop.order(order()).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);

        stand.events.forget();
        stand.sweep(id);
        assertTrue(stand.events.published().contains(new ConnectorEvent.ProgressChanged(id)));

        stand.events.forget();
        stand.letterService.discard(
                id,
                stand.letterService
                        .page(id, PageRequest.first(10))
                        .items()
                        .get(0)
                        .id());
        assertEquals(List.of(new ConnectorEvent.ProgressChanged(id)), stand.events.published());
    }

    @Test
    void aDocumentThatWasGivenUpByMistakeWaitsAgainAndPagesAreTold() {
        SourceAccountId id = stand.connect(shop).id();
        ObjectNode broken = (ObjectNode) shop.order(order()).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);
        stand.sweep(id);
        DeadLetter letter =
                stand.letterService.page(id, PageRequest.first(10)).items().get(0);
        assertThrows(KontorException.class, () -> stand.letterService.restore(id, letter.id()));
        stand.letterService.discard(id, letter.id());
        stand.events.forget();
        stand.letterService.restore(id, letter.id());
        assertEquals(
                List.of(letter),
                stand.letterService.page(id, PageRequest.first(10)).items());
        assertEquals(List.of(new ConnectorEvent.ProgressChanged(id)), stand.events.published());
    }

    @Test
    void aDocumentThatWasGivenUpComesBackOnlyWhenItHasChanged() {
        SourceAccountId id = stand.connect(shop).id();
        long bad = order();
        ObjectNode broken = (ObjectNode) shop.order(bad).orElseThrow();
        broken.put("currency", "???");
        shop.loadOrder(broken);
        stand.sweep(id);
        DeadLetter letter =
                stand.letterService.page(id, PageRequest.first(10)).items().get(0);
        stand.letterService.discard(id, letter.id());
        stand.sweep(id);
        assertEquals(0, stand.letterService.count(id, 10));
        assertThrows(KontorException.class, () -> stand.letterService.retry(id, letter.id()));
        broken.put("total", "1.00");
        shop.loadOrder(broken);
        stand.sweep(id);
        assertEquals(1, stand.letterService.count(id, 10));
        broken.put("currency", "EUR");
        shop.loadOrder(broken);
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(bad)));
        assertEquals(0, stand.letterService.count(id, 10));
    }
}
