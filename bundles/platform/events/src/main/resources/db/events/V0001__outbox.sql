create table if not exists events_outbox (
  id bigint not null auto_increment primary key,
  position bigint null,
  workspace_id varchar(32) character set ascii collate ascii_bin not null,
  name varchar(100) character set ascii collate ascii_bin not null,
  payload_schema smallint not null,
  subject_type varchar(64) character set ascii collate ascii_bin not null,
  subject_id binary(16) not null,
  published_at datetime(6) not null,
  payload longtext collate utf8mb4_bin not null,
  constraint events_outbox_position unique (position)
);
