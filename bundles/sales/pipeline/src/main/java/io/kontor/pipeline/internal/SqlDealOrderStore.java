package io.kontor.pipeline.internal;

import io.kontor.order.OrderId;
import io.kontor.pipeline.DealId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which order belongs to which deal, in MariaDB. */
@Component(service = DealOrderStore.class)
public final class SqlDealOrderStore implements DealOrderStore {
    static final String FIND = """
            select order_id, deal_id, number, state, payment, currency, total_minor, refunded_minor, order_version
              from pipeline_deal_order where order_id = ?
            """;

    static final String OF_DEAL = """
            select order_id, deal_id, number, state, payment, currency, total_minor, refunded_minor, order_version
              from pipeline_deal_order where deal_id = ? order by order_id
            """;

    static final String PUT = """
            insert into pipeline_deal_order (order_id, deal_id, number, state, payment, currency, total_minor,
                   refunded_minor, order_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update deal_id = values(deal_id), number = values(number), state = values(state),
                   payment = values(payment), currency = values(currency), total_minor = values(total_minor),
                   refunded_minor = values(refunded_minor), order_version = values(order_version)
            """;

    private final Sql sql;

    @Activate
    public SqlDealOrderStore(@Reference(target = "(unit=pipeline)") Store store) {
        this.sql = store.sql();
    }

    @Override
    public Optional<DealOrder> find(OrderId order) {
        return sql.one(FIND, DealColumns::order, order);
    }

    @Override
    public List<DealOrder> of(DealId deal) {
        return sql.list(OF_DEAL, DealColumns::order, deal);
    }

    @Override
    public void put(DealOrder order) {
        sql.update(
                PUT,
                order.order(),
                order.deal(),
                order.number(),
                order.state(),
                order.payment(),
                order.total().currency().getCurrencyCode(),
                order.total().minor(),
                order.refunded().minor(),
                order.version());
    }
}
