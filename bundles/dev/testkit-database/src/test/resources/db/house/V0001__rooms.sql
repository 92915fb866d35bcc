create table if not exists house_room (
  id bigint not null primary key,
  name varchar(100) not null,
  constraint house_room_name unique (name)
);
