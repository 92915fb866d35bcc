create table if not exists catalog_product (
  id binary(16) not null,
  parent_id binary(16) null comment 'the product that this is a variant of',
  name varchar(500) character set utf8mb4 collate utf8mb4_general_ci not null,
  sku varchar(190) character set utf8mb4 collate utf8mb4_bin null,
  nature varchar(16) character set ascii collate ascii_bin not null,
  tax_category varchar(16) character set ascii collate ascii_bin not null,
  legal_entity_id binary(16) not null,
  created_at datetime(6) not null,
  version bigint not null,
  primary key (id),
  key catalog_product_parent (parent_id, id),
  key catalog_product_sku (sku, id),
  key catalog_product_nature (nature, id)
) engine = innodb default charset = utf8mb4
