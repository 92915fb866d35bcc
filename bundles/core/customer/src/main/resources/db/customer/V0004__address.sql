create table if not exists customer_address (
  id binary(16) not null,
  customer_id binary(16) not null,
  kind varchar(16) not null,
  address_lines varchar(1000) not null,
  city varchar(200) null,
  region varchar(200) null,
  postcode varchar(32) null,
  country char(2) null,
  primary key (id),
  key customer_address_customer (customer_id, id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
