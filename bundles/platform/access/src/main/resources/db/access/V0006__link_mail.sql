alter table access_link
  add column if not exists mailed_at datetime(6) null,
  add column if not exists mail_problem varchar(500) null,
  algorithm = instant;
