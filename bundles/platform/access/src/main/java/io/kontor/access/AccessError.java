package io.kontor.access;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** Errors of logging in, of users and of permissions. */
public enum AccessError implements ErrorCode {
    DENIED("access.denied", ErrorKind.FORBIDDEN, "This takes the permission {permission}"),
    FOREIGN_SITE(
            "access.foreign-site",
            ErrorKind.FORBIDDEN,
            "The header X-CSRF-Token is missing or belongs to another session; read the session again"),
    CREDENTIALS("access.credentials-wrong", ErrorKind.UNAUTHENTICATED, "The e-mail or the password is wrong"),
    TOO_MANY_ATTEMPTS(
            "access.too-many-attempts",
            ErrorKind.TOO_MANY,
            "Too many attempts; try again in {retryAfterSeconds} seconds"),
    BUSY("access.busy", ErrorKind.UNAVAILABLE, "Too many people log in at this moment; try again soon"),
    LINK_INVALID(
            "access.link-invalid",
            ErrorKind.UNPROCESSABLE,
            "This link was used, has run out or was replaced by a newer one; ask for another"),
    PASSWORD_SHORT("access.password-short", ErrorKind.INVALID, "The password needs at least {least} characters"),
    PASSWORD_LONG("access.password-long", ErrorKind.INVALID, "The password may have at most {most} bytes"),
    PASSWORD_IS_EMAIL("access.password-is-email", ErrorKind.INVALID, "The password must not be the e-mail"),
    EMAIL_TAKEN("access.email-taken", ErrorKind.CONFLICT, "A colleague with this e-mail is there already"),
    LAST_PROPRIETOR(
            "access.last-proprietor",
            ErrorKind.CONFLICT,
            "A workspace keeps at least one active proprietor; make somebody else one first"),
    PROPRIETOR_ONLY("access.proprietor-only", ErrorKind.FORBIDDEN, "Only a proprietor makes or changes a proprietor"),
    HEIR_REQUIRED(
            "access.heir-required",
            ErrorKind.UNPROCESSABLE,
            "Name an active colleague who takes over what this user is responsible for"),
    SETUP_DONE("access.setup-done", ErrorKind.CONFLICT, "This workspace is set up; log in"),
    SCOPE("access.scope-unknown", ErrorKind.INVALID, "You do not have the permission {permission} to give away");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    AccessError(String code, ErrorKind kind, String message) {
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
