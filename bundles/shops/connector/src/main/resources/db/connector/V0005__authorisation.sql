create table if not exists connector_authorisation (
  state_hash binary(32)   not null,
  kind       varchar(64)  character set ascii collate ascii_bin not null,
  url        varchar(500) character set ascii collate ascii_bin not null,
  label      varchar(200) not null,
  owner_id   binary(16)   not null,
  expires_at datetime(6)  not null,
  primary key (state_hash)
) engine = innodb default charset = utf8mb4;
