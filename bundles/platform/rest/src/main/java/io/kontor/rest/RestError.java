package io.kontor.rest;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** Errors of the REST door itself. */
public enum RestError implements ErrorCode {
    PATH_UNKNOWN("request.path-unknown", ErrorKind.NOT_FOUND, "There is nothing at this path"),
    LOG_IN_REQUIRED("request.log-in-required", ErrorKind.UNAUTHENTICATED, "Log in, or send an API token"),
    METHOD("request.method-not-allowed", ErrorKind.NOT_ALLOWED, "This path does not answer to this method"),
    NOT_ACCEPTABLE("request.not-acceptable", ErrorKind.NOT_ACCEPTABLE, "This path answers in another media type"),
    MEDIA("request.media-unsupported", ErrorKind.UNSUPPORTED_MEDIA, "Send the body as application/json"),
    REFUSED("request.refused", ErrorKind.INVALID, "The request could not be understood"),
    BODY_MALFORMED("request.body-malformed", ErrorKind.INVALID, "The body is not valid JSON: {reason}"),
    BODY_TOO_LARGE("request.body-too-large", ErrorKind.TOO_LARGE, "The body may have at most {limit} bytes"),
    FAILED("request.failed", ErrorKind.INTERNAL, "Something went wrong on our side; the log has it as {request}"),
    MODULE_AWAY("module.away", ErrorKind.UNAVAILABLE, "This part of Kontor is being replaced; try again soon"),
    IDEMPOTENCY_KEY("request.idempotency-key-invalid", ErrorKind.INVALID, "Idempotency-Key has 1 to 255 characters"),
    IDEMPOTENCY_MISMATCH(
            "request.idempotency-mismatch",
            ErrorKind.UNPROCESSABLE,
            "This Idempotency-Key was used for another request; use a new one"),
    IDEMPOTENCY_BUSY(
            "request.idempotency-busy", ErrorKind.CONFLICT, "The same request is still at work; ask again soon"),
    ALREADY_DONE("request.already-done", ErrorKind.CONFLICT, "This was done already; its answer is shown only once");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    RestError(String code, ErrorKind kind, String message) {
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
