create table if not exists events_failure (
  subscription varchar(100) character set ascii collate ascii_bin not null,
  position bigint not null,
  workspace_id varchar(32) character set ascii collate ascii_bin not null,
  name varchar(100) character set ascii collate ascii_bin not null,
  payload_schema smallint not null,
  subject_type varchar(64) character set ascii collate ascii_bin not null,
  subject_id binary(16) not null,
  published_at datetime(6) not null,
  payload longtext collate utf8mb4_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  attempts int not null,
  next_attempt_at datetime(6) null,
  failed_at datetime(6) null,
  reason varchar(1000) null,
  primary key (subscription, position),
  key events_failure_subject (subscription, workspace_id, subject_type, subject_id, position),
  key events_failure_workspace (workspace_id, state, subscription, position)
);
