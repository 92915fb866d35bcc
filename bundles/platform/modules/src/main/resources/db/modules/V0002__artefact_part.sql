create table if not exists modules_artefact_part (
  artefact char(64)   character set ascii collate ascii_bin not null,
  number   int        not null,
  bytes    mediumblob not null,
  primary key (artefact, number)
) engine = innodb default charset = utf8mb4;
