create table if not exists effect_row (
  id bigint not null auto_increment primary key,
  position bigint not null
);
