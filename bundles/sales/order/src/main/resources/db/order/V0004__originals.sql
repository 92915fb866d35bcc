create table if not exists order_original (
  order_id binary(16) not null,
  document longblob not null comment 'the channel''s newest document as received, gzip (RFC 1952)',
  primary key (order_id)
) engine = innodb default charset = utf8mb4
