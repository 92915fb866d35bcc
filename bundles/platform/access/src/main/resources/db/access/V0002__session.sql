create table if not exists access_session (
  token_hash binary(32) not null,
  user_id binary(16) not null,
  made_at datetime(6) not null,
  seen_at datetime(6) not null,
  ends_at datetime(6) not null,
  primary key (token_hash),
  key access_session_user (user_id),
  key access_session_ends (ends_at)
) default character set utf8mb4 collate utf8mb4_bin;
