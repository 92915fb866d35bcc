create table if not exists pipeline_stage_total (
  stage_id binary(16) not null,
  owner_id binary(16) not null,
  currency char(3) character set ascii collate ascii_bin not null,
  shard int not null comment 'spreads one sum over several rows, so that writers do not wait for each other',
  deals bigint not null,
  value_minor bigint not null,
  primary key (stage_id, owner_id, currency, shard)
) engine = innodb default charset = utf8mb4
