create table if not exists modules_desired (
  module           varchar(64)  character set ascii collate ascii_bin not null,
  artefact         char(64)     character set ascii collate ascii_bin not null,
  previous         char(64)     character set ascii collate ascii_bin null,
  origin           varchar(16)  character set ascii collate ascii_bin not null,
  state            varchar(16)  character set ascii collate ascii_bin not null,
  reason_code      varchar(100) character set ascii collate ascii_bin null,
  reason_arguments mediumtext   null,
  changed_at       datetime(6)  not null,
  primary key (module)
) engine = innodb default charset = utf8mb4;
