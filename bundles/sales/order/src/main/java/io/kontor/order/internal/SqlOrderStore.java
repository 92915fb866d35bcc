package io.kontor.order.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import io.kontor.store.Compressed;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import io.kontor.store.UniqueViolation;
import io.kontor.store.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tables of orders in MariaDB. A version replaces its predecessor under one row lock and brings its lines along, so
 * plain statements say it best: an entity would be read, compared and written field by field for nothing.
 */
@Component(service = OrderStore.class)
public final class SqlOrderStore implements OrderStore {
    /** After every order: where the newest-first list begins. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final Sql sql;

    @Activate
    public SqlOrderStore(@Reference(target = "(unit=order)") Store store) {
        this.sql = store.sql();
    }

    @Override
    public Optional<KeptOrder> lock(ExternalId externalId) {
        return sql.one(OrderSql.LOCK, OrderColumns::kept, externalId.account(), externalId.type(), externalId.id());
    }

    @Override
    public boolean insert(KeptOrder kept) {
        Order order = kept.order();
        try {
            sql.update(
                    OrderSql.INSERT,
                    order.id(),
                    order.externalId().account(),
                    order.externalId().type(),
                    order.externalId().id(),
                    kept.legalEntity(),
                    kept.owner(),
                    versionValues(kept));
            return true;
        } catch (UniqueViolation taken) {
            return false;
        }
    }

    @Override
    public void update(KeptOrder kept) {
        sql.update(OrderSql.UPDATE, versionValues(kept), kept.order().id());
    }

    private static Values versionValues(KeptOrder kept) {
        Order order = kept.order();
        return Values.of(
                order.channel(),
                order.number(),
                order.customer(),
                order.contact(),
                order.state(),
                order.payment(),
                order.foreignState(),
                order.total().currency().getCurrencyCode(),
                order.total().minor(),
                kept.tax().minor(),
                kept.shipping().minor(),
                kept.discount().minor(),
                order.refunded().minor(),
                order.placedAt(),
                order.paidAt(),
                order.changedAt(),
                order.history(),
                kept.deleted(),
                kept.paidAnnounced(),
                kept.hash().bytes(),
                order.version());
    }

    @Override
    public void clearContent(OrderId id) {
        sql.update(OrderSql.DELETE_LINES, id);
        sql.update(OrderSql.DELETE_REFUNDS, id);
    }

    @Override
    public void addContent(OrderId id, ReceivedOrder version) {
        if (!version.lines().isEmpty()) {
            sql.batch(
                    OrderSql.INSERT_LINE,
                    positioned(version.lines(), (line, position) -> lineValues(id, line, position)));
        }
        if (!version.refunds().isEmpty()) {
            sql.batch(
                    OrderSql.INSERT_REFUND,
                    positioned(version.refunds(), (refund, position) -> refundValues(id, refund, position)));
        }
        sql.update(OrderSql.PUT_ORIGINAL, id, Compressed.of(version.original()));
    }

    private static <T> List<Object[]> positioned(List<T> values, BiFunction<T, Integer, Object[]> row) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> row.apply(values.get(index), index))
                .toList();
    }

    private static Object[] lineValues(OrderId id, ReceivedLine line, int position) {
        return new Object[] {
            id,
            position,
            line.externalId(),
            line.kind(),
            line.productExternalId(),
            line.sku(),
            line.name(),
            line.quantity(),
            line.unitPrice(),
            line.total(),
            line.tax()
        };
    }

    private static Object[] refundValues(OrderId id, ReceivedRefund refund, int position) {
        return new Object[] {
            id,
            position,
            refund.externalId(),
            refund.amount().minor(),
            refund.amount().currency().getCurrencyCode(),
            refund.reason(),
            refund.at()
        };
    }

    @Override
    public Optional<KeptOrder> find(OrderId id, RowRule rule) {
        return sql.one(OrderSql.FIND, OrderColumns::kept, id, rule.everybody(), rule.ownerIds());
    }

    @Override
    public List<Order> findAll(Collection<OrderId> ids, RowRule rule) {
        return sql.list(OrderSql.FIND_ALL, OrderColumns::order, ids, rule.everybody(), rule.ownerIds());
    }

    @Override
    public List<Order> latestOf(Set<CustomerId> customer, int limit, RowRule rule) {
        return sql.list(OrderSql.LATEST, OrderColumns::order, customer, rule.everybody(), rule.ownerIds(), limit);
    }

    @Override
    public Page<Order> page(OrderFilter filter, RowRule rule, PageRequest request) {
        return filter.numberPrefix()
                .map(prefix -> byNumber(prefix, filter, rule, request))
                .orElseGet(() -> newestFirst(filter, rule, request));
    }

    private Page<Order> newestFirst(OrderFilter filter, RowRule rule, PageRequest request) {
        Instant placed = request.cursor().map(cursor -> cursor.instant(0)).orElse(LAST);
        UUID id = request.cursor().map(cursor -> cursor.uuid(1)).orElse(LAST_ID);
        List<Order> rows = sql.list(
                OrderSql.NEWEST_FIRST,
                OrderColumns::order,
                filterValues(filter, rule),
                placed,
                placed,
                id,
                request.limit() + 1);
        return Page.of(
                rows,
                request.limit(),
                order -> Cursor.of(order.placedAt(), order.id().value()));
    }

    private Page<Order> byNumber(String prefix, OrderFilter filter, RowRule rule, PageRequest request) {
        String number = request.cursor().map(cursor -> cursor.text(0)).orElse(prefix);
        UUID id = request.cursor().map(cursor -> cursor.uuid(1)).orElse(FIRST_ID);
        List<Order> rows = sql.list(
                OrderSql.BY_NUMBER,
                OrderColumns::order,
                filterValues(filter, rule),
                Sql.beginsWith(prefix),
                number,
                number,
                id,
                request.limit() + 1);
        return Page.of(
                rows,
                request.limit(),
                order -> Cursor.of(order.number(), order.id().value()));
    }

    private static Values filterValues(OrderFilter filter, RowRule rule) {
        return Values.of(
                rule.everybody(),
                rule.ownerIds(),
                filter.state(),
                filter.state(),
                filter.payment(),
                filter.payment(),
                filter.channel(),
                filter.channel(),
                filter.customers().isEmpty(),
                filter.customers().orElse(Set.of()));
    }

    @Override
    public List<ReceivedLine> lines(OrderId id) {
        return sql.list(OrderSql.LINES, OrderColumns::line, id);
    }

    @Override
    public List<ReceivedRefund> refunds(OrderId id) {
        return sql.list(OrderSql.REFUNDS, OrderColumns::refund, id);
    }

    @Override
    public Optional<byte[]> original(OrderId id) {
        return sql.one(OrderSql.ORIGINAL, row -> row.bytes("document"), id).map(Compressed::expand);
    }

    @Override
    public void assign(Set<CustomerId> customer, UserId owner) {
        sql.update(OrderSql.ASSIGN, owner, customer, owner);
    }
}
