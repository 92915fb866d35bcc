create index if not exists order_turnover
    on order_order (placed_at, currency, state, payment, owner_id, total_minor, refunded_minor)
