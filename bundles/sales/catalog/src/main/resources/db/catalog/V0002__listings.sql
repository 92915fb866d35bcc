create table if not exists catalog_listing (
  id binary(16) not null,
  product_id binary(16) not null,
  account_id binary(16) not null,
  external_type varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  external_id varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  name varchar(500) character set utf8mb4 collate utf8mb4_general_ci not null,
  sku varchar(190) character set utf8mb4 collate utf8mb4_bin null,
  currency char(3) character set ascii collate ascii_bin null,
  price decimal(19,6) null,
  foreign_state varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  stock decimal(19,6) null,
  changed_at datetime(6) not null,
  delisted boolean not null,
  primary key (id),
  unique key catalog_listing_external (account_id, external_type, external_id),
  key catalog_listing_product (product_id, id),
  key catalog_listing_sku (sku, account_id)
) engine = innodb default charset = utf8mb4
