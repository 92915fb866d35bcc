create table if not exists customer_affiliation (
  id binary(16) not null,
  person_id binary(16) not null,
  company_id binary(16) not null,
  role varchar(16) not null,
  valid_from datetime(6) not null,
  valid_to datetime(6) null,
  primary key (id),
  unique key customer_affiliation_role (person_id, company_id, role),
  key customer_affiliation_company (company_id, person_id)
) engine = innodb default character set utf8mb4 collate utf8mb4_unicode_ci
