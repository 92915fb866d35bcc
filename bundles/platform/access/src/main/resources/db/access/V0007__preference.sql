create table if not exists access_preference (
  user_id binary(16) not null,
  name varchar(60) not null,
  value varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
  changed_at datetime(6) not null,
  primary key (user_id, name)
) default character set utf8mb4 collate utf8mb4_bin;
