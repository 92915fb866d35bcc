create table if not exists backup_made (
  id bigint not null auto_increment primary key,
  taken_at datetime(6) not null,
  file varchar(4000) not null,
  bytes bigint not null,
  row_count bigint not null,
  key backup_made_taken (taken_at)
) engine = innodb default charset = utf8mb4;
