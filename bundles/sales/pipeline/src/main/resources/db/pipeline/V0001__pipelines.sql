create table if not exists pipeline_pipeline (
  id binary(16) not null,
  name varchar(190) character set utf8mb4 collate utf8mb4_general_ci not null,
  account_id binary(16) null comment 'the source account whose orders come here',
  version bigint not null,
  primary key (id),
  unique key pipeline_account (account_id)
) engine = innodb default charset = utf8mb4
