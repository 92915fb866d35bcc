create table if not exists workspaces_workspace (
  id varchar(32) character set ascii collate ascii_bin not null primary key,
  created_at datetime(6) not null
);
