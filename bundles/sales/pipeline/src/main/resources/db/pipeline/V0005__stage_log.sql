create table if not exists pipeline_stage_log (
  id binary(16) not null,
  deal_id binary(16) not null,
  happened_at datetime(6) not null,
  actor_id binary(16) null,
  actor_name varchar(255) not null,
  from_stage_id binary(16) null,
  to_stage_id binary(16) not null,
  outcome varchar(8) character set ascii collate ascii_bin not null,
  primary key (id),
  key pipeline_stage_log_deal (deal_id, id)
) engine = innodb default charset = utf8mb4
