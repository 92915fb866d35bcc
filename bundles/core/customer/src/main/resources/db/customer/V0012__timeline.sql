create table if not exists customer_timeline_entry (
  id binary(16) not null,
  customer_id binary(16) not null,
  contact_id binary(16) null,
  source varchar(64) character set ascii collate ascii_bin not null,
  ref_type varchar(64) character set ascii collate ascii_bin not null,
  ref_id binary(16) not null,
  text_key varchar(120) not null,
  parameters text not null,
  fallback text not null,
  at datetime(6) not null,
  primary key (id),
  unique key customer_timeline_entry_reference (source, ref_type, ref_id),
  key customer_timeline_entry_customer (customer_id, at, id),
  key customer_timeline_entry_contact (contact_id, at, id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
