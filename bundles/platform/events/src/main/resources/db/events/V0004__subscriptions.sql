create table if not exists events_subscription (
  name varchar(100) character set ascii collate ascii_bin not null primary key,
  position bigint not null,
  lease_owner varchar(64) character set ascii collate ascii_bin null,
  lease_until datetime(6) null,
  created_at datetime(6) not null
);
