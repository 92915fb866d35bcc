package io.kontor.order.internal;

/** The statements of the order tables; each list has the index that its EXPLAIN test names. */
final class OrderSql {
    private static final String WHOLE = """
            select id, account_id, external_type, external_id, channel, number, customer_id, contact_id,
                   legal_entity_id, owner_id, state, payment, foreign_state, currency, total_minor, tax_minor,
                   shipping_minor, discount_minor, refunded_minor, placed_at, paid_at, changed_at, history, deleted,
                   paid_announced, content_hash, version
              from order_order
            """;

    private static final String LISTED = """
            select id, account_id, external_type, external_id, channel, number, customer_id, contact_id, state,
                   payment, foreign_state, currency, total_minor, refunded_minor, placed_at, paid_at, changed_at,
                   history, version
              from order_order
            """;

    private static final String FILTER = """
             where (? or owner_id in (?))
               and (? is null or state = ?)
               and (? is null or payment = ?)
               and (? is null or channel = ?)
               and (? or customer_id in (?))
            """;

    static final String LOCK = WHOLE + """
             where account_id = ? and external_type = ? and external_id = ?
               for update
            """;

    static final String FIND = WHOLE + """
             where id = ? and (? or owner_id in (?))
            """;

    static final String FIND_ALL = LISTED + """
             where id in (?) and (? or owner_id in (?))
            """;

    static final String LATEST = LISTED + """
             where customer_id in (?) and (? or owner_id in (?))
             order by placed_at desc, id desc
             limit ?
            """;

    static final String NEWEST_FIRST = LISTED + FILTER + """
               and placed_at <= ? and (placed_at < ? or id < ?)
             order by placed_at desc, id desc
             limit ?
            """;

    static final String BY_NUMBER = LISTED + FILTER + """
               and number like ? escape '!'
               and number >= ? and (number > ? or id > ?)
             order by number, id
             limit ?
            """;

    /** Ends with the columns of {@link #UPDATE}, in their order. */
    static final String INSERT = """
            insert into order_order (id, account_id, external_type, external_id, legal_entity_id, owner_id, channel,
                   number, customer_id, contact_id, state, payment, foreign_state, currency, total_minor, tax_minor,
                   shipping_minor, discount_minor, refunded_minor, placed_at, paid_at, changed_at, history, deleted,
                   paid_announced, content_hash, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String UPDATE = """
            update order_order
               set channel = ?, number = ?, customer_id = ?, contact_id = ?, state = ?, payment = ?,
                   foreign_state = ?, currency = ?, total_minor = ?, tax_minor = ?, shipping_minor = ?,
                   discount_minor = ?, refunded_minor = ?, placed_at = ?, paid_at = ?, changed_at = ?, history = ?,
                   deleted = ?, paid_announced = ?, content_hash = ?, version = ?
             where id = ?
            """;

    static final String DELETE_LINES = "delete from order_line where order_id = ?";

    static final String INSERT_LINE = """
            insert into order_line (order_id, position, external_id, kind, product_external_id, sku, name, quantity,
                   unit_price, total, tax)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String LINES = """
            select external_id, kind, product_external_id, sku, name, quantity, unit_price, total, tax
              from order_line where order_id = ? order by position
            """;

    static final String DELETE_REFUNDS = "delete from order_refund where order_id = ?";

    static final String INSERT_REFUND = """
            insert into order_refund (order_id, position, external_id, amount_minor, currency, reason, refunded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    static final String REFUNDS = """
            select external_id, amount_minor, currency, reason, refunded_at
              from order_refund where order_id = ? order by position
            """;

    static final String PUT_ORIGINAL = """
            insert into order_original (order_id, document) values (?, ?)
                on duplicate key update document = values(document)
            """;

    static final String ORIGINAL = "select document from order_original where order_id = ?";

    static final String ASSIGN = "update order_order set owner_id = ? where customer_id in (?) and owner_id <> ?";

    private OrderSql() {}
}
