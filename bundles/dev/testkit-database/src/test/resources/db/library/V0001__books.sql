create table if not exists library_book (
  id binary(16) not null primary key,
  version bigint not null,
  title varchar(200) not null,
  isbn varchar(20) collate utf8mb4_bin not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  bought_at datetime(6) not null,
  returned_at datetime(6) null,
  price decimal(12, 2) null,
  owner_id binary(16) null,
  constraint library_book_isbn unique (isbn)
);
