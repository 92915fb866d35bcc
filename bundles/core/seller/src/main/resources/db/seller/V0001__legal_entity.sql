create table if not exists seller_legal_entity (
  id binary(16) not null,
  name varchar(200) not null,
  country char(2) not null,
  currency char(3) not null,
  zone varchar(64) not null,
  tax_id varchar(64) null,
  bank_account_name varchar(200) null,
  bank_iban varchar(34) null,
  bank_bic varchar(11) null,
  logo_file_id binary(16) null,
  created_at datetime(6) not null,
  version bigint not null,
  primary key (id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
