create table if not exists access_token (
  id binary(16) not null,
  token_hash binary(32) not null,
  user_id binary(16) not null,
  name varchar(200) not null,
  scopes text not null,
  made_at datetime(6) not null,
  ends_at datetime(6) null,
  seen_at datetime(6) null,
  revoked_at datetime(6) null,
  primary key (id),
  unique key access_token_hash (token_hash),
  key access_token_user (user_id, id)
) default character set utf8mb4 collate utf8mb4_bin;
