create table if not exists access_audit (
  id binary(16) not null,
  at datetime(6) not null,
  actor_kind varchar(16) not null,
  actor_user binary(16) null,
  actor_name varchar(200) not null,
  action varchar(100) not null,
  subject_type varchar(64) not null,
  subject_id binary(16) not null,
  before_json mediumtext not null,
  after_json mediumtext not null,
  primary key (id),
  key access_audit_subject (subject_type, subject_id, id),
  key access_audit_actor (actor_user, id)
) default character set utf8mb4 collate utf8mb4_bin;
