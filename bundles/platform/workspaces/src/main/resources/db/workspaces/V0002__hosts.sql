create table if not exists workspaces_host (
  host varchar(253) character set ascii collate ascii_bin not null primary key,
  workspace_id varchar(32) character set ascii collate ascii_bin not null,
  key workspaces_host_workspace (workspace_id),
  constraint workspaces_host_workspace foreign key (workspace_id) references workspaces_workspace (id)
);
