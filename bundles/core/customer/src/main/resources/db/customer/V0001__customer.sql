create table if not exists customer (
  id binary(16) not null,
  kind varchar(8) not null,
  given_name varchar(200) null,
  family_name varchar(200) null,
  legal_name varchar(400) null,
  tax_id varchar(64) null,
  owner_id binary(16) not null,
  lifecycle varchar(16) not null,
  first_touch varchar(64) null,
  last_touch varchar(64) null,
  locale varchar(35) null,
  zone varchar(64) null,
  country char(2) null,
  created_at datetime(6) not null,
  version bigint not null,
  primary key (id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
