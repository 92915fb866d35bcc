create table if not exists customer_listing_tag (
  customer_id binary(16) not null,
  tag varchar(64) not null,
  name varchar(200) not null,
  created_at datetime(6) not null,
  primary key (customer_id, tag),
  key customer_listing_tag_name (tag, name, customer_id),
  key customer_listing_tag_newest (tag, created_at, customer_id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
