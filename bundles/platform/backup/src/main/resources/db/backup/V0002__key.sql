create table if not exists backup_key (
  number int not null primary key,
  fingerprint char(16) character set ascii collate ascii_bin not null,
  sealed varbinary(255) not null
) engine = innodb default charset = utf8mb4;
