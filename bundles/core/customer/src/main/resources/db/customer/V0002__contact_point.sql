create table if not exists customer_contact_point (
  id binary(16) not null,
  customer_id binary(16) not null,
  kind varchar(16) not null,
  value varchar(320) not null,
  match_key varchar(320) character set utf8mb4 collate utf8mb4_bin not null,
  label varchar(64) null,
  verified boolean not null,
  valid_from datetime(6) not null,
  valid_to datetime(6) null,
  primary key (id),
  unique key customer_contact_point_value (customer_id, kind, match_key),
  key customer_contact_point_match (kind, match_key, customer_id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
