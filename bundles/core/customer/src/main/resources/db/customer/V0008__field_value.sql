create table if not exists customer_field_value (
  customer_id binary(16) not null,
  field_key varchar(64) not null,
  value varchar(2000) not null,
  primary key (customer_id, field_key)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
