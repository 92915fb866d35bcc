create table if not exists access_link (
  id binary(16) not null,
  kind varchar(32) not null,
  token_hash binary(32) not null,
  sealed varbinary(512) null,
  user_id binary(16) null,
  made_at datetime(6) not null,
  ends_at datetime(6) null,
  used_at datetime(6) null,
  primary key (id),
  unique key access_link_token (token_hash),
  key access_link_user (user_id, kind)
) default character set utf8mb4 collate utf8mb4_bin;
