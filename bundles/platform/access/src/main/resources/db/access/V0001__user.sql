create table if not exists access_user (
  id binary(16) not null,
  name varchar(200) character set utf8mb4 collate utf8mb4_unicode_ci not null,
  email varchar(254) not null,
  email_key varchar(254) not null,
  role varchar(32) not null,
  active boolean not null,
  password_hash varchar(255) null,
  locale varchar(16) not null,
  made_at datetime(6) not null,
  seen_at datetime(6) null,
  version bigint not null,
  primary key (id),
  unique key access_user_email (email_key),
  key access_user_order (active, name, id)
) default character set utf8mb4 collate utf8mb4_bin;
