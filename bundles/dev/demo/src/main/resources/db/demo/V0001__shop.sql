create table if not exists demo_shop (
  id tinyint not null primary key,
  phase varchar(20) collate utf8mb4_bin not null,
  reason varchar(500) not null,
  owner_id binary(16) not null,
  language varchar(20) collate utf8mb4_bin not null,
  zone varchar(60) collate utf8mb4_bin not null,
  port int not null,
  lives int not null,
  consumer_keys blob not null,
  password blob not null,
  account_id binary(16),
  walk text not null,
  memory longblob not null,
  constraint demo_shop_single check (id = 1)
);
