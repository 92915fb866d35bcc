create table if not exists modules_start (
  module varchar(64) character set ascii collate ascii_bin not null,
  node   varchar(40) not null,
  tries  int         not null,
  began  datetime(6) not null,
  primary key (module, node)
) engine = innodb default charset = utf8mb4;
