create table if not exists modules_artefact (
  id          char(64)     character set ascii collate ascii_bin not null,
  module      varchar(64)  character set ascii collate ascii_bin not null,
  version     varchar(100) character set ascii collate ascii_bin not null,
  origin      varchar(16)  character set ascii collate ascii_bin not null,
  signer      varchar(400) null,
  size        bigint       not null,
  description mediumtext   not null,
  stored_at   datetime(6)  not null,
  stored_by   varchar(200) null,
  primary key (id),
  key modules_artefact_module (module)
) engine = innodb default charset = utf8mb4;
