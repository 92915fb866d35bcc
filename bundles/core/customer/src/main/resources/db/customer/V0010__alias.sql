create table if not exists customer_alias (
  member_id binary(16) not null,
  parent_id binary(16) not null,
  root_id binary(16) not null,
  merge_id binary(16) not null,
  merged_at datetime(6) not null,
  merged_by binary(16) null,
  provenance text not null,
  primary key (member_id),
  key customer_alias_root (root_id, merge_id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
