create table if not exists pipeline_stage (
  id binary(16) not null,
  pipeline_id binary(16) not null,
  name varchar(190) character set utf8mb4 collate utf8mb4_general_ci not null,
  position int not null,
  probability int not null comment 'percent',
  kind varchar(16) character set ascii collate ascii_bin not null,
  primary key (id),
  unique key pipeline_stage_position (pipeline_id, position)
) engine = innodb default charset = utf8mb4
