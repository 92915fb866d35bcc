create table if not exists order_refund (
  order_id binary(16) not null,
  position int not null,
  external_id varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  amount_minor bigint not null,
  currency char(3) character set ascii collate ascii_bin not null,
  reason text null,
  refunded_at datetime(6) null,
  primary key (order_id, position)
) engine = innodb default charset = utf8mb4
