package io.kontor.connector.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.connector.DeliveryVerdict;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopDelivery;
import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopPage;
import io.kontor.connector.ShopRecord;
import io.kontor.connector.ShopSession;
import io.kontor.kernel.KontorException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every connector has to bear. */
public abstract class ShopConnectorConformance {

    private PlayedShop shop;

    /** Opens a shop without orders. */
    protected abstract PlayedShop openShop();

    @BeforeEach
    void open() {
        shop = openShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ShopSession session() {
        return shop.connector().open(shop.account(), new DirectHttp());
    }

    private static List<ShopOrder> walk(ShopSession session, Optional<String> from) {
        List<ShopOrder> orders = new ArrayList<>();
        Optional<String> cursor = from;
        do {
            ShopPage<ShopOrder> page = session.orders(cursor);
            orders.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return orders;
    }

    private static List<String> ids(List<ShopOrder> orders) {
        return orders.stream().map(ShopOrder::externalId).toList();
    }

    @Test
    void allOrdersAreReadOnceAndTheNewestFirst() {
        List<String> placed = shop.placeOrders(230);
        List<ShopOrder> read = walk(session(), Optional.empty());
        assertEquals(230, read.size());
        assertEquals(Set.copyOf(placed), Set.copyOf(ids(read)));
        for (int i = 1; i < read.size(); i++) {
            assertFalse(read.get(i).placedAt().isAfter(read.get(i - 1).placedAt()));
        }
    }

    @Test
    void aWalkGoesOnAfterARestart() {
        List<String> placed = shop.placeOrders(150);
        ShopPage<ShopOrder> first = session().orders(Optional.empty());
        assertEquals(Optional.of(150L), first.total());
        Set<String> read = new HashSet<>(ids(first.items()));
        read.addAll(ids(walk(session(), first.next())));
        assertEquals(Set.copyOf(placed), read);
    }

    @Test
    void noOrderIsLeftOutWhilePagesShift() {
        List<String> placed = shop.placeOrders(250);
        shop.buyWhileRead();
        assertTrue(ids(walk(session(), Optional.empty())).containsAll(placed));
    }

    @Test
    void noOrderIsLeftOutWhileOthersAreDeleted() {
        List<String> placed = new ArrayList<>(shop.placeOrders(250));
        ShopPage<ShopOrder> first = session().orders(Optional.empty());
        Set<String> read = new HashSet<>(ids(first.items()));
        first.items().stream().limit(30).forEach(order -> {
            shop.delete(order.externalId());
            placed.remove(order.externalId());
        });
        read.addAll(ids(walk(session(), first.next())));
        assertTrue(read.containsAll(placed));
    }

    @Test
    void aChangedOrderIsFoundByTheTimeOfItsChange() {
        List<String> placed = shop.placeOrders(5);
        ShopSession session = session();
        Instant since = session.probe().now();
        shop.nextSecond();
        shop.change(placed.get(2));
        assertTrue(ids(changed(session, since.minusSeconds(1))).contains(placed.get(2)));
    }

    private static List<ShopOrder> changed(ShopSession session, Instant since) {
        List<ShopOrder> orders = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ShopPage<ShopOrder> page = session.ordersChanged(since, cursor);
            orders.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return orders;
    }

    @Test
    void aDeletedOrderIsNotThereAndItsMessageOnlySaysSo() {
        String order = shop.placeOrder();
        ShopDelivery removal = shop.removal(order);
        shop.delete(order);
        assertEquals(Optional.empty(), session().order(order));
        ShopChange change = read(removal).get(0);
        assertEquals(order, assertInstanceOf(ShopChange.Removed.class, change).externalId());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aShopThatRefusesOnceIsReadTheNextTime(int status) {
        shop.placeOrders(3);
        shop.answer(status, 1);
        ShopSession session = session();
        assertThrows(KontorException.class, () -> session.orders(Optional.empty()));
        assertEquals(3, session.orders(Optional.empty()).items().size());
    }

    @Test
    void anAnswerThatIsCutOffIsAnErrorAndNoEndOfTheWalk() {
        shop.placeOrders(3);
        shop.cutOff();
        ShopSession session = session();
        assertThrows(KontorException.class, () -> session.orders(Optional.empty()));
        assertEquals(3, session.orders(Optional.empty()).items().size());
    }

    @ParameterizedTest
    @EnumSource(PlayedShop.Oddity.class)
    void anOddOrderIsMappedOrSetAsideWithAReason(PlayedShop.Oddity oddity) {
        String plain = shop.placeOrder();
        String odd = shop.placeOrder(oddity);
        ShopPage<ShopOrder> page = session().orders(Optional.empty());
        assertTrue(ids(page.items()).contains(plain));
        boolean mapped = ids(page.items()).contains(odd);
        boolean aside = page.rejected().stream()
                .anyMatch(document ->
                        document.externalId().equals(odd) && !document.reason().isBlank());
        assertTrue(mapped ^ aside);
    }

    @Test
    void aMessageSaysTheSameAsTheList() {
        String order = shop.placeOrder();
        ShopOrder listed = value(session().order(order).orElseThrow());
        ShopChange change = read(shop.delivery(order, "d-1")).get(0);
        ShopOrder told = assertInstanceOf(ShopChange.OrderChange.class, change).order();
        assertEquals(listed.totals(), told.totals());
        assertEquals(listed.lines(), told.lines());
        assertEquals(listed.changedAt(), told.changedAt());
        assertEquals(listed.buyer(), told.buyer());
    }

    private static ShopOrder value(ShopRecord<ShopOrder> record) {
        return record.fold(order -> order, document -> {
            throw new AssertionError(document.reason());
        });
    }

    private List<ShopChange> read(ShopDelivery delivery) {
        DeliveryVerdict.Genuine genuine =
                assertInstanceOf(DeliveryVerdict.Genuine.class, shop.connector().verify(delivery, shop.secret()));
        ShopDelivery stored = new ShopDelivery(Optional.of(genuine.topic()), java.util.Map.of(), delivery.body());
        return shop.connector().read(stored, shop.account());
    }

    @Test
    void aMessageThatComesTwiceHasOneKeyAndTwoMessagesOfARecordHaveOneSubject() {
        String order = shop.placeOrder();
        DeliveryVerdict.Genuine first = genuine(shop.delivery(order, "d-1"));
        DeliveryVerdict.Genuine again = genuine(shop.delivery(order, "d-1"));
        DeliveryVerdict.Genuine later = genuine(shop.delivery(order, "d-2"));
        DeliveryVerdict.Genuine other = genuine(shop.delivery(shop.placeOrder(), "d-3"));
        assertEquals(first.key(), again.key());
        assertNotEquals(first.key(), later.key());
        assertEquals(first.subject(), later.subject());
        assertNotEquals(first.subject(), other.subject());
    }

    private DeliveryVerdict.Genuine genuine(ShopDelivery delivery) {
        return assertInstanceOf(DeliveryVerdict.Genuine.class, shop.connector().verify(delivery, shop.secret()));
    }

    @Test
    void aChangedByteAnotherSecretOrNoHeadersMakeAForgery() {
        ShopDelivery delivery = shop.delivery(shop.placeOrder(), "d-1");
        byte[] changed = delivery.body().clone();
        changed[changed.length / 2] ^= 1;
        assertForged(new ShopDelivery(Optional.empty(), delivery.headers(), changed), shop.secret());
        assertForged(delivery, shop.secret() + "x");
        assertForged(new ShopDelivery(Optional.empty(), java.util.Map.of(), delivery.body()), shop.secret());
        byte[] cut = java.util.Arrays.copyOf(delivery.body(), delivery.body().length / 2);
        assertForged(new ShopDelivery(Optional.empty(), delivery.headers(), cut), shop.secret());
    }

    private void assertForged(ShopDelivery delivery, String secret) {
        assertEquals(
                DeliveryVerdict.Kind.FORGED,
                shop.connector().verify(delivery, secret).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"id\":", "<html></html>", "{\"id\": {}}", "[[[[[["})
    void aGenuineMessageThatIsNonsenseNeverThrows(String body) {
        for (ShopChange change : read(shop.delivery(body.getBytes(StandardCharsets.UTF_8), "d-9"))) {
            RejectedDocument document =
                    assertInstanceOf(ShopChange.Rejected.class, change).document();
            assertFalse(document.reason().isBlank());
            assertFalse(document.externalId().isBlank());
        }
    }
}
