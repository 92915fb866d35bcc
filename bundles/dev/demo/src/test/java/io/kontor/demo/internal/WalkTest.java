package io.kontor.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.kernel.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final SourceAccountId ACCOUNT = new SourceAccountId(new UUID(0, 7));
    private final Instant end = Instant.parse("2026-11-22T14:30:00Z");
    private final Clock real = Clock.fixed(end, ZoneOffset.UTC);
    private final MovableClock movable = new MovableClock(real);
    private final Days book = new Days();
    private FakeWooCommerce shop;

    @BeforeEach
    void open() throws Exception {
        shop = FakeWooCommerce.start(ShopConfig.local().in(ZONE).on(movable));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theShopIsConnectedOnTheFirstMorningAndTheClocksAreRightAtTheEnd() throws Exception {
        Recording office = new Recording();
        walk(office, new Timepiece(movable, movable)).go(WalkState.begin(end), Optional.empty(), day -> {});
        assertEquals(0, office.ordersAtConnection);
        assertEquals(
                end.atZone(ZONE).toLocalDate().minusDays(59),
                office.connectedAt.atZone(ZONE).toLocalDate());
        assertEquals(60, office.evenings.size());
        assertEquals(end, movable.instant());
        assertEquals(end, shop.clock().instant());
        assertTrue(shop.truth().orders() > 200);
    }

    @Test
    void withoutAMovableClockTheShopIsConnectedBeforeTheOrdersOfTheLastHours() throws Exception {
        Recording office = new Recording();
        walk(office, new Timepiece(real, null)).go(WalkState.begin(end), Optional.empty(), day -> {});
        assertEquals(end, office.connectedAt);
        long fresh = shop.truth().orders() - office.ordersAtConnection;
        assertEquals(8, fresh);
        assertEquals(List.of(end.atZone(ZONE).toLocalDate()), office.evenings);
    }

    @Test
    void aWalkThatWasBrokenOffEndsWithTheSameShop() throws Exception {
        walk(new Recording(), new Timepiece(movable, movable)).go(WalkState.begin(end), Optional.empty(), day -> {});
        var whole = shop.truth();
        byte[] half;
        try (FakeWooCommerce first =
                FakeWooCommerce.start(ShopConfig.local().in(ZONE).on(movable))) {
            shop = first;
            Days diary = new Days();
            Recording tired = new Recording();
            tired.lastDay = 20;
            Walk walk = new Walk(first, tired, new Timepiece(movable, movable), ZONE, diary);
            assertThrows(IllegalStateException.class, () -> walk.go(WalkState.begin(end), Optional.empty(), day -> {}));
            half = diary.memory;
            book.state = diary.state;
        }
        shop = FakeWooCommerce.start(ShopConfig.local().in(ZONE).on(movable).seeded(2));
        shop.recall(half);
        walk(new Recording(), new Timepiece(movable, movable)).go(book.state, Optional.of(ACCOUNT), day -> {});
        assertEquals(whole, shop.truth());
    }

    private Walk walk(Office office, Timepiece timepiece) {
        return new Walk(shop, office, timepiece, ZONE, book);
    }

    /** Remembers what the walk wrote down. */
    private final class Days implements Walk.Book {
        private WalkState state = WalkState.begin(end);
        private byte[] memory = new byte[0];

        @Override
        public void connected(SourceAccountId account) {
            assertEquals(ACCOUNT, account);
        }

        @Override
        public void done(WalkState done) {
            state = done;
            memory = shop.memory();
        }
    }

    /** An office where nothing happens but what the walk tells it. */
    private final class Recording implements Office {
        private final List<LocalDate> evenings = new ArrayList<>();
        private Instant connectedAt = Instant.EPOCH;
        private long ordersAtConnection;
        private int lastDay = Integer.MAX_VALUE;

        @Override
        public SourceAccountId connect(FakeWooCommerce connected) {
            connectedAt = connected.clock().instant();
            ordersAtConnection = connected.truth().orders();
            return ACCOUNT;
        }

        @Override
        public void settle() {}

        @Override
        public void evening(SourceAccountId account, LocalDate today) {
            evenings.add(today);
            if (evenings.size() == lastDay) {
                throw new IllegalStateException("enough for today after " + Duration.ofDays(lastDay));
            }
        }
    }
}
