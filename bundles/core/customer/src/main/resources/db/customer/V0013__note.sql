create table if not exists customer_note (
  id binary(16) not null,
  customer_id binary(16) not null,
  author_id binary(16) null,
  author_name varchar(200) not null,
  body text not null,
  written_at datetime(6) not null,
  edited_at datetime(6) null,
  deleted_at datetime(6) null,
  primary key (id),
  key customer_note_customer (customer_id, written_at)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
