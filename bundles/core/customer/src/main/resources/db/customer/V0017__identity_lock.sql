create table if not exists customer_identity_lock (
  lock_key binary(32) not null,
  primary key (lock_key)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
