create table if not exists rest_idempotency (
  key_hash binary(32) not null,
  request_hash binary(32) not null,
  secret boolean not null,
  status smallint not null,
  location varchar(1000) null,
  version varchar(100) null,
  body mediumblob not null,
  made_at datetime(6) not null,
  primary key (key_hash),
  key rest_idempotency_made_at (made_at)
) default character set utf8mb4 collate utf8mb4_bin;
