create table if not exists connector_dead_letter (
  id          binary(16)   not null,
  account_id  binary(16)   not null,
  resource    varchar(20)  character set ascii collate ascii_bin not null,
  external_id varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
  reason      varchar(500) not null,
  document    mediumblob   not null,
  attempts    int          not null,
  first_at    datetime(6)  not null,
  last_at     datetime(6)  not null,
  primary key (id),
  unique key connector_dead_letter_record (account_id, resource, external_id),
  key connector_dead_letter_latest (account_id, last_at, id)
) engine = innodb default charset = utf8mb4;
