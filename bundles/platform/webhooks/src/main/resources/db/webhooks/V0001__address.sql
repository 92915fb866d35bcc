create table if not exists webhooks_address (
  account    binary(16)  not null,
  workspace  varchar(32) character set ascii collate ascii_bin not null,
  kind       varchar(64) character set ascii collate ascii_bin not null,
  opened_at  datetime(6) not null,
  refused    bigint      not null default 0,
  refused_at datetime(6) null,
  primary key (account)
) engine = innodb default charset = utf8mb4;
