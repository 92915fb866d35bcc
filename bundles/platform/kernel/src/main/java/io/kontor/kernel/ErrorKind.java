package io.kontor.kernel;

/** The families of errors, each with the HTTP status (RFC 9110) that it is answered with. */
public enum ErrorKind {
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    MISDIRECTED(421),
    UNPROCESSABLE(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY(429),
    INTERNAL(500),
    BAD_GATEWAY(502),
    UNAVAILABLE(503);

    private final int status;

    ErrorKind(int status) {
        this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }
}
