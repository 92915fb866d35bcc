create table if not exists customer_demo_removal (
  account_id binary(16) not null,
  module varchar(64) character set ascii collate ascii_bin not null,
  removed bigint not null,
  done boolean not null,
  primary key (account_id, module)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
