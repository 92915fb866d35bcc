alter table connector_dead_letter
  add column if not exists discarded_at datetime(6) null,
  algorithm = instant
