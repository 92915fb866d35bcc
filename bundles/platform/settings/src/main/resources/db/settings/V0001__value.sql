create table if not exists settings_value (
  module varchar(64) not null,
  value mediumtext not null,
  version bigint not null,
  changed_at datetime(6) not null,
  primary key (module)
) default character set utf8mb4 collate utf8mb4_bin;
