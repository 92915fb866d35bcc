create table if not exists catalog_link_proposal (
  product_id binary(16) not null,
  other_id binary(16) not null,
  sku varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  proposed_at datetime(6) not null,
  decision varchar(16) character set ascii collate ascii_bin null comment 'empty until a person decides',
  primary key (product_id, other_id),
  key catalog_link_proposal_other (other_id)
) engine = innodb default charset = utf8mb4
