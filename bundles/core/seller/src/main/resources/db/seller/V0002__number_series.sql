create table if not exists seller_number_series (
  legal_entity_id binary(16) not null,
  document_type varchar(32) character set ascii collate ascii_bin not null,
  fiscal_year smallint not null,
  prefix varchar(32) not null,
  next_number bigint not null,
  primary key (legal_entity_id, document_type, fiscal_year)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
