alter table jobs_plan add column if not exists replaced boolean not null default 0, algorithm=instant;
