create table if not exists connector_sweep (
  account_id          binary(16)  not null,
  orders_until        datetime(6) not null,
  products_until      datetime(6) not null,
  customers_walked_at datetime(6) null,
  swept_at            datetime(6) null,
  primary key (account_id)
) engine = innodb default charset = utf8mb4;
