package io.kontor.connector.internal;

import io.kontor.customer.SourceAccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the first import has come; saved together with each page.
 *
 * @param cursor where the phase goes on
 * @param ordersCursor where the orders go on after the newest ones, which come first
 */
record ImportProgress(
        UUID account,
        Phase phase,
        Optional<String> cursor,
        Optional<String> ordersCursor,
        Tally orders,
        Tally customers,
        Tally products,
        Instant startedAt,
        Optional<Instant> finishedAt) {

    /** The newest orders come first, so that today's work is there within a minute; the past follows. */
    enum Phase {
        NEWEST_ORDERS,
        CUSTOMERS,
        PRODUCTS,
        ORDERS,
        DONE
    }

    /**
     * Counts one type of record.
     *
     * @param total how many the shop says that it has
     * @param done how many were taken over
     * @param failed how many were set aside
     */
    record Tally(Optional<Long> total, long done, long failed) {

        static final Tally NONE = new Tally(Optional.empty(), 0, 0);

        Tally plus(Optional<Long> found, long moreDone, long moreFailed) {
            return new Tally(total.or(() -> found), done + moreDone, failed + moreFailed);
        }
    }

    /** Where a page is read. */
    record Place(Phase phase, Optional<String> cursor) {}

    static ImportProgress begin(SourceAccountId account, Instant now) {
        return new ImportProgress(
                account.value(),
                Phase.NEWEST_ORDERS,
                Optional.empty(),
                Optional.empty(),
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                now,
                Optional.empty());
    }

    boolean ended() {
        return phase == Phase.DONE;
    }

    /** Where the next page is read. */
    Place place() {
        return new Place(phase, cursor);
    }

    /** Where the page after the next one is read, once the shop has said how its list goes on. */
    Place placeAfter(Optional<String> next) {
        return after(Tally.NONE, next, startedAt).place();
    }

    /** What is counted in the phase. */
    Tally tally() {
        return switch (phase) {
            case NEWEST_ORDERS, ORDERS -> orders;
            case CUSTOMERS -> customers;
            case PRODUCTS -> products;
            case DONE -> Tally.NONE;
        };
    }

    /** After a page of the phase. */
    ImportProgress after(Tally tally, Optional<String> next, Instant now) {
        return switch (phase) {
            case NEWEST_ORDERS -> with(Phase.CUSTOMERS, Optional.empty(), next, tally, customers, products, now);
            case CUSTOMERS ->
                with(next.isPresent() ? phase : Phase.PRODUCTS, next, ordersCursor, orders, tally, products, now);
            case PRODUCTS ->
                with(
                        next.isPresent() ? phase : ordersCursor.isPresent() ? Phase.ORDERS : Phase.DONE,
                        next.isPresent() ? next : ordersCursor,
                        ordersCursor,
                        orders,
                        customers,
                        tally,
                        now);
            case ORDERS -> with(next.isPresent() ? phase : Phase.DONE, next, next, tally, customers, products, now);
            case DONE -> this;
        };
    }

    private ImportProgress with(
            Phase newPhase,
            Optional<String> newCursor,
            Optional<String> newOrdersCursor,
            Tally newOrders,
            Tally newCustomers,
            Tally newProducts,
            Instant now) {
        return new ImportProgress(
                account,
                newPhase,
                newCursor,
                newOrdersCursor,
                newOrders,
                newCustomers,
                newProducts,
                startedAt,
                newPhase == Phase.DONE ? Optional.of(now) : Optional.empty());
    }
}
