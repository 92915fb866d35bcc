create table if not exists customer_external_id (
  account_id binary(16) not null,
  type varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  external_id varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  customer_id binary(16) not null,
  created_at datetime(6) not null,
  primary key (account_id, type, external_id),
  key customer_external_id_customer (customer_id, account_id, type)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
