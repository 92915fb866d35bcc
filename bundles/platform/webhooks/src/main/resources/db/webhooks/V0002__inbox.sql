create table if not exists webhooks_inbox (
  id           binary(16)   not null,
  workspace    varchar(32)  character set ascii collate ascii_bin not null,
  account      binary(16)   not null,
  delivery_key varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
  topic        varchar(100) not null,
  body         mediumblob   not null,
  received_at  datetime(6)  not null,
  processed_at datetime(6)  null,
  primary key (id),
  unique key webhooks_inbox_delivery (account, delivery_key),
  key webhooks_inbox_age (workspace, received_at)
) engine = innodb default charset = utf8mb4;
