create table if not exists jobs_plan (
  workspace_id varchar(32) character set ascii collate ascii_bin not null,
  job varchar(100) character set ascii collate ascii_bin not null,
  plan_key varchar(190) collate utf8mb4_bin not null,
  due_at datetime(6) not null,
  data longtext collate utf8mb4_bin not null,
  attempts int not null default 0,
  last_failure varchar(1000) null,
  run_number bigint not null default 0,
  picked_by varchar(64) character set ascii collate ascii_bin null,
  picked_until datetime(6) null,
  cancelled boolean not null default false,
  next_due_at datetime(6) null,
  next_data longtext collate utf8mb4_bin null,
  primary key (workspace_id, job, plan_key),
  key jobs_plan_due (picked_by, due_at)
);
