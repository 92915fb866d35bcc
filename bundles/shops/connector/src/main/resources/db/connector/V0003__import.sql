create table if not exists connector_import (
  account_id binary(16)  not null,
  progress   text        not null,
  changed_at datetime(6) not null,
  primary key (account_id)
) engine = innodb default charset = utf8mb4;
