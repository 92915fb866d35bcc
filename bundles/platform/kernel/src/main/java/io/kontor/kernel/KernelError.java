package io.kontor.kernel;

/** Errors that any module can meet. */
public enum KernelError implements ErrorCode {
    INVALID("request.invalid", ErrorKind.INVALID, "The field {field} is not valid: {reason}"),
    CURSOR("request.cursor-invalid", ErrorKind.INVALID, "The cursor does not belong to this list; start without one"),
    NOT_FOUND("request.not-found", ErrorKind.NOT_FOUND, "There is no {type} with this id"),
    STALE(
            "request.stale",
            ErrorKind.STALE,
            "Somebody changed this in the meantime (version {current}); read it again and repeat the change"),
    WORKSPACE_UNBOUND("workspace.unbound", ErrorKind.INTERNAL, "No workspace is bound to this thread"),
    WORKSPACE_UNKNOWN("workspace.unknown", ErrorKind.MISDIRECTED, "No workspace answers at this host name"),
    WORKSPACE_MIGRATING(
            "workspace.migrating", ErrorKind.UNAVAILABLE, "The workspace is being brought up to date; try again soon");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    KernelError(String code, ErrorKind kind, String message) {
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
