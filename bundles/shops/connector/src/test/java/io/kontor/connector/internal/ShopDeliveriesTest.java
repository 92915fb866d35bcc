package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.webhooks.StoredWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShopDeliveriesTest extends ShopStory {

    ShopDeliveriesTest(TestDatabase database) {
        super(database);
    }

    @Test
    void messagesThatComeInAnyOrderLeaveTheNewestVersion() {
        Account account = stand.connect(shop);
        long order = order();
        byte[] pending = body(order);
        shop.clock().advance(Duration.ofSeconds(5));
        shop.pay(order);
        byte[] paid = body(order);
        deliver(account, "order.updated", paid);
        deliver(account, "order.created", pending);
        deliver(account, "order.updated", paid);
        assertEquals("processing", state(order));
    }

    private byte[] body(long order) {
        return shop.order(order).orElseThrow().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void deliver(Account account, String topic, byte[] body) {
        StoredWebhook message = new StoredWebhook(
                UUID.randomUUID(),
                account.id().value(),
                topic,
                body,
                Clock.systemUTC().instant());
        stand.transactions.run(() -> stand.deliveries.process(stand.connector, message));
    }

    @Test
    void twoVersionsOfOneSecondAreSettledByTheShop() {
        Account account = stand.connect(shop);
        long order = order();
        ObjectNode other = (ObjectNode) shop.order(order).orElseThrow();
        deliver(account, "order.updated", body(order));
        deliver(
                account,
                "order.updated",
                other.put("status", "on-hold").toString().getBytes(StandardCharsets.UTF_8));
        assertEquals("pending", state(order));
        assertTrue(stand.jobs.plans().stream().anyMatch(plan -> plan.job().equals(RefetchJob.JOB)));
        shop.loadOrder(other);
        stand.refetch();
        assertEquals("on-hold", state(order));
    }

    @Test
    void aDeletionIsBelievedOnlyWhenTheShopConfirmsIt() {
        Account account = stand.connect(shop);
        long kept = order();
        long gone = order();
        deliver(account, "order.created", body(kept));
        deliver(account, "order.created", body(gone));
        shop.deleteOrder(gone);
        for (long id : List.of(kept, gone)) {
            deliver(account, "order.deleted", ("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8));
        }
        stand.refetch();
        assertEquals(Set.of(Long.toString(gone)), stand.orders.deleted);
    }
}
