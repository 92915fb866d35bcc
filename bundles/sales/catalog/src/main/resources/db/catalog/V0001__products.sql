create table if not exists catalog_product (
  id binary(16) not null,
  parent_id binary(16) null comment 'the product that this is a variant of',
  name varchar(500) character set utf8mb4 collate utf8mb4_general_ci not null,
  sku varchar(190) character set utf8mb4 collate utf8mb4_bin null,
  nature varchar(16) character set ascii collate ascii_bin not null,
  tax_category varchar(16) character set ascii collate ascii_bin not null,
  legal_entity_id binary(16) not null,
  edited boolean not null comment 'a person named it, so listings no longer do',
  linked_to binary(16) null comment 'the product that this one was joined to',
  version bigint not null,
  primary key (id),
  key catalog_product_name (name, id),
  key catalog_product_parent (parent_id),
  key catalog_product_sku (sku)
) engine = innodb default charset = utf8mb4
