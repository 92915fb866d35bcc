package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.FaultKind;
import io.kontor.fake.woocommerce.FaultRule;
import io.kontor.kernel.KontorException;
import io.kontor.store.ModuleStopped;
import io.kontor.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepJobTest extends ShopStory {

    SweepJobTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theSweepBringsInWhatNoMessageTold() {
        SourceAccountId id = stand.connect(shop).id();
        long order = order();
        stand.sweep(id);
        assertEquals("pending", state(order));
        shop.clock().advance(Duration.ofSeconds(1));
        shop.pay(order);
        stand.sweep(id);
        assertEquals("processing", state(order));
        assertFalse(stand.orders.kept.get(Long.toString(order)).history());
        assertEquals(Account.Reach.SWEEP, stand.service.require(id).reach());
        assertTrue(stand.service.require(id).reachReason().isPresent());
    }

    @Test
    void anOrderThatCannotBeStoredDoesNotTakeItsPageWithIt() {
        SourceAccountId id = stand.connect(shop).id();
        long bad = order();
        ObjectNode cursed = (ObjectNode) shop.order(bad).orElseThrow();
        cursed.put("number", "666");
        shop.loadOrder(cursed);
        long good = order();
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(good)));
        assertEquals(1, stand.letterService.count(id, 10));
    }

    @Test
    void aModuleThatStopsMeanwhileSetsNothingAside() {
        SourceAccountId id = stand.connect(shop).id();
        long order = order();
        stand.orders.stopped = true;
        assertThrows(ModuleStopped.class, () -> stand.sweep(id));
        assertEquals(0, stand.letterService.count(id, 10));
        stand.orders.stopped = false;
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(order)));
    }

    @Test
    void aShopWithAFaultIsAskedAgainAndItsFailureIsShownUntilItIsWell() {
        SourceAccountId id = stand.connect(shop).id();
        long order = order();
        shop.faults().add(FaultRule.status(503).times(2));
        stand.sweep(id);
        assertTrue(stand.orders.kept.containsKey(Long.toString(order)));
        shop.faults().add(FaultRule.of(FaultKind.RESET));
        assertThrows(KontorException.class, () -> stand.sweep(id));
        assertTrue(stand.service.require(id).failure().orElseThrow().words().contains("does not answer"));
        shop.faults().clear();
        stand.sweep(id);
        assertTrue(stand.service.require(id).failure().isEmpty());
    }
}
