create table if not exists customer_field (
  field_key varchar(64) character set ascii collate ascii_bin not null,
  label varchar(200) not null,
  type varchar(16) not null,
  choices varchar(2000) null,
  created_at datetime(6) not null,
  primary key (field_key)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
