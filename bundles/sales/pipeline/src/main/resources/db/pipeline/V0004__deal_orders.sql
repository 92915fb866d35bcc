create table if not exists pipeline_deal_order (
  order_id binary(16) not null,
  deal_id binary(16) not null,
  number varchar(190) character set utf8mb4 collate utf8mb4_general_ci not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  payment varchar(24) character set ascii collate ascii_bin not null,
  currency char(3) character set ascii collate ascii_bin not null,
  total_minor bigint not null,
  refunded_minor bigint not null,
  order_version bigint not null,
  primary key (order_id),
  key pipeline_deal_order_deal (deal_id, order_id)
) engine = innodb default charset = utf8mb4
