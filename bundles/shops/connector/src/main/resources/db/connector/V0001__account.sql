create table if not exists connector_account (
  id           binary(16)   not null,
  kind         varchar(64)  character set ascii collate ascii_bin not null,
  label        varchar(200) not null,
  url          varchar(500) character set ascii collate ascii_bin not null,
  settings     text         not null,
  secrets      blob         not null,
  owner_id     binary(16)   not null,
  connected_at datetime(6)  not null,
  status       varchar(20)  character set ascii collate ascii_bin not null,
  reach        varchar(20)  character set ascii collate ascii_bin not null,
  reach_reason varchar(500) null,
  failure      varchar(1000) null,
  failed_at    datetime(6)  null,
  version      bigint       not null,
  primary key (id),
  unique key connector_account_url (kind, url)
) engine = innodb default charset = utf8mb4;
