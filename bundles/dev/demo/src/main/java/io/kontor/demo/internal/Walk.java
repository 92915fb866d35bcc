package io.kontor.demo.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.demo.internal.Script.Day;
import io.kontor.demo.internal.Script.Happening;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way through the last sixty days, a day at a time. Where the product's clock may be set, the shop is connected on
 * the first morning and everything reaches the product on the day it happens. Where it may not, the past happens before
 * the connection and comes by the import, and only the orders of the last hours make deals.
 */
final class Walk {
    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS_BETWEEN_SAVES = 6;
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    /** The product's clock stops at these hours; what has happened in the shop until then happens there first. */
    private static final List<LocalTime> STOPS =
            List.of(LocalTime.of(13, 0), LocalTime.of(18, 0), LocalTime.of(23, 59));

    private final FakeWooCommerce shop;
    private final Office office;
    private final Timepiece timepiece;
    private final ZoneId zone;
    private final Book book;

    /** Where the walk writes down how far it has come. */
    interface Book {

        void connected(SourceAccountId account);

        /** The days of this state are done; a walk that is broken off goes on from here. */
        void done(WalkState state);
    }

    Walk(FakeWooCommerce shop, Office office, Timepiece timepiece, ZoneId zone, Book book) {
        this.shop = shop;
        this.office = office;
        this.timepiece = timepiece;
        this.zone = zone;
        this.book = book;
    }

    /**
     * Walks to the end from where the state stands.
     *
     * @param account the account, if the shop is connected already
     * @param told is told about each day before it begins
     */
    void go(WalkState begun, Optional<SourceAccountId> account, Consumer<LocalDate> told) throws InterruptedException {
        Script script = Script.until(begun.end(), zone);
        try {
            timepiece.set(script.days()
                    .get(begun.daysDone())
                    .date()
                    .atTime(MORNING)
                    .atZone(zone)
                    .toInstant());
            Stage stage = begun.begun() ? Stage.again(shop, begun.products(), begun.orders()) : open(script);
            Optional<SourceAccountId> connected = account;
            if (connected.isEmpty() && timepiece.mayBeSet()) {
                connected = Optional.of(connect());
            }
            for (int day = begun.daysDone(); day < script.days().size(); day++) {
                Day today = script.days().get(day);
                told.accept(today.date());
                connected = play(today, stage, connected, begun.end());
                if ((day + 1) % DAYS_BETWEEN_SAVES == 0
                        || day + 1 == script.days().size()) {
                    book.done(begun.after(day + 1, stage));
                }
            }
        } finally {
            shop.clock().reset();
            timepiece.reset();
        }
    }

    /** The shelves are filled a day before the first order. */
    private Stage open(Script script) {
        shop.clock()
                .set(script.days()
                        .get(0)
                        .date()
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant()
                        .minus(Duration.ofDays(1)));
        Stage stage = Stage.opening(shop);
        shop.clock().reset();
        return stage;
    }

    private SourceAccountId connect() {
        SourceAccountId account = office.connect(shop);
        book.connected(account);
        return account;
    }

    private Optional<SourceAccountId> play(Day day, Stage stage, Optional<SourceAccountId> before, Instant end)
            throws InterruptedException {
        Optional<SourceAccountId> connected = before;
        Instant from = Instant.MIN;
        for (LocalTime stop : STOPS) {
            Instant wanted = day.date().atTime(stop).atZone(zone).toInstant();
            Instant until = wanted.isBefore(end) ? wanted : end;
            timepiece.set(until);
            for (Happening happening : day.happenings()) {
                if (!happening.at().isBefore(from) && happening.at().isBefore(until)) {
                    boolean fresh = !happening.at().isBefore(end.minus(Script.FRESH_HOURS));
                    if (connected.isEmpty() && fresh) {
                        shop.clock().reset();
                        connected = Optional.of(connect());
                    }
                    play(happening, stage, timepiece.mayBeSet() || !fresh);
                }
            }
            from = until;
        }
        shop.clock().reset();
        if (connected.isPresent()) {
            office.settle();
            office.evening(connected.get(), day.date());
        }
        return connected;
    }

    /** @param past whether the shop's clock is set to the moment; else it happens now */
    private void play(Happening happening, Stage stage, boolean past) throws InterruptedException {
        if (past) {
            shop.clock().set(happening.at());
        }
        stage.play(happening);
        if (!shop.awaitDeliveries(PATIENCE)) {
            LOG.warn("The demo shop's messages take longer than {} s; the sweep brings them in", PATIENCE.toSeconds());
        }
    }
}
