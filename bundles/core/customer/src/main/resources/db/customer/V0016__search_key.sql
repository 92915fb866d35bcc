create table if not exists customer_search_key (
  kind char(1) character set ascii collate ascii_bin not null,
  search_key varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  customer_id binary(16) not null,
  primary key (kind, search_key, customer_id),
  key customer_search_key_customer (customer_id, kind, search_key)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
