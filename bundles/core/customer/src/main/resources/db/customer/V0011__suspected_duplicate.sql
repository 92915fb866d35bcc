create table if not exists customer_suspected_duplicate (
  id binary(16) not null,
  customer_id binary(16) not null,
  other_id binary(16) not null,
  reasons varchar(200) not null,
  state varchar(16) not null,
  created_at datetime(6) not null,
  primary key (id),
  unique key customer_suspected_duplicate_pair (customer_id, other_id),
  key customer_suspected_duplicate_state (state, id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
