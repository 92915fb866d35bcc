package io.kontor.order.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.order.OrderId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders of one account, and all rows of an order. */
@Component(service = DemoOrderStore.class)
public final class DemoOrderStore {
    private static final List<String> OF_ORDER = List.of(
            "delete from order_line where order_id in (?)",
            "delete from order_refund where order_id in (?)",
            "delete from order_original where order_id in (?)",
            "delete from order_order where id in (?)");

    private final Sql sql;

    @Activate
    public DemoOrderStore(@Reference(target = "(unit=order)") Store store) {
        this.sql = store.sql();
    }

    List<OrderId> some(SourceAccountId account, int limit) {
        return sql.list(
                "select id from order_order where account_id = ? limit ? for update",
                row -> new OrderId(row.uuid("id")),
                account,
                limit);
    }

    void delete(Collection<OrderId> ids) {
        OF_ORDER.forEach(statement -> sql.update(statement, ids));
    }
}
