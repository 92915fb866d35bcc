create table if not exists events_sequence (
  id tinyint not null primary key,
  last_position bigint not null
);
