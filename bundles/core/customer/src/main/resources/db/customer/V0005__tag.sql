create table if not exists customer_tag (
  customer_id binary(16) not null,
  tag varchar(64) not null,
  primary key (customer_id, tag)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
