create table if not exists order_line (
  order_id binary(16) not null,
  position int not null,
  external_id varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  product_external_id varchar(190) character set utf8mb4 collate utf8mb4_bin null,
  sku varchar(190) character set utf8mb4 collate utf8mb4_bin null,
  name text not null,
  quantity decimal(19,6) not null,
  unit_price decimal(19,6) not null,
  total decimal(19,6) not null,
  tax decimal(19,6) not null,
  primary key (order_id, position)
) engine = innodb default charset = utf8mb4
