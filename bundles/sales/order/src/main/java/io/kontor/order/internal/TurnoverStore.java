package io.kontor.order.internal;

import io.kontor.access.RowRule;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums of what was ordered, read from one index that holds all they need. */
@Component(service = TurnoverStore.class)
public final class TurnoverStore {

    /** Every zone's days and hours begin at a whole quarter of an hour in UTC (tz database, since 1972). */
    static final int SLICE_MINUTES = 15;

    static final String SLICES = """
            select currency, timestampdiff(minute, ?, placed_at) div 15 as slice, count(*) as orders,
                   sum(total_minor) as ordered,
                   sum(if(payment in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'), total_minor - refunded_minor, 0)) as paid
              from order_order
             where placed_at >= ? and placed_at < ? and state <> 'CANCELLED' and (? or owner_id in (?))
             group by currency, slice
             order by null
            """;

    static final String FAILED = """
            select count(*) as n from (
              select 1 from order_order
               where payment = ? and placed_at >= ? and state = ? and (? or owner_id in (?))
               limit ?) as some
            """;

    /**
     * The orders of a quarter of an hour, in one currency; cancelled ones do not count.
     *
     * @param slice which one since the beginning, from 0
     * @param ordered minor units
     * @param paid what of it is paid and not refunded, minor units
     */
    record Slice(Currency currency, int slice, long orders, long ordered, long paid) {}

    private final Sql sql;

    @Activate
    public TurnoverStore(@Reference(target = "(unit=order)") Store store) {
        this.sql = store.sql();
    }

    /** The slices in which something was ordered. */
    List<Slice> slices(Instant from, Instant until, RowRule rule) {
        return sql.list(
                SLICES,
                row -> new Slice(
                        Currency.getInstance(row.string("currency")),
                        row.integer("slice"),
                        row.number("orders"),
                        row.decimal("ordered").longValueExact(),
                        row.decimal("paid").longValueExact()),
                from,
                from,
                until,
                rule.everybody(),
                rule.ownerIds());
    }

    /** Open orders whose payment failed, at most as many as asked for. */
    int failedPayments(Instant since, RowRule rule, int most) {
        return sql.one(
                        FAILED,
                        row -> row.integer("n"),
                        PaymentState.FAILED,
                        since,
                        OrderState.OPEN,
                        rule.everybody(),
                        rule.ownerIds(),
                        most)
                .orElse(0);
    }
}
