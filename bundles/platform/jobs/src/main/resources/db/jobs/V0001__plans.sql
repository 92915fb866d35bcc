create table if not exists jobs_plan (
  task_name varchar(20) not null,
  task_instance varchar(255) not null collate utf8mb4_bin,
  task_data mediumblob null,
  execution_time datetime(6) not null,
  picked boolean not null,
  picked_by varchar(50) null,
  last_success datetime(6) null,
  last_failure datetime(6) null,
  consecutive_failures int null,
  last_heartbeat datetime(6) null,
  version bigint not null,
  priority smallint null,
  primary key (task_name, task_instance),
  key jobs_plan_due (picked, execution_time),
  key jobs_plan_heartbeat (last_heartbeat)
);
