create table if not exists customer_consent (
  customer_id binary(16) not null,
  purpose varchar(64) not null,
  at datetime(6) not null,
  state varchar(16) not null,
  evidence varchar(400) not null,
  primary key (customer_id, purpose, at)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
