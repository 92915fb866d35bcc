package io.kontor.workspaces;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** What can be wrong with a workspace and its hosts. */
public enum WorkspacesError implements ErrorCode {
    EXISTS("workspaces.exists", ErrorKind.CONFLICT, "There is already a workspace {workspace}"),
    UNKNOWN("workspaces.not-found", ErrorKind.NOT_FOUND, "There is no workspace {workspace}"),
    HOST_TAKEN("workspaces.host-taken", ErrorKind.CONFLICT, "The host {host} already belongs to a workspace"),
    HOST_INVALID("workspaces.host-invalid", ErrorKind.INVALID, "{host} is not a host name without port");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    WorkspacesError(String code, ErrorKind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
