package io.kontor.modules.internal;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** The errors of the modules engine. */
public enum ModulesError implements ErrorCode {
    ARCHIVE_BROKEN("modules.archive-broken", ErrorKind.UNPROCESSABLE, "This is no archive of a module: {reason}"),
    PLAN_CHANGED(
            "modules.plan-changed",
            ErrorKind.CONFLICT,
            "Something changed since this plan was made; look at the plan as it is now"),
    BUSY("modules.busy", ErrorKind.CONFLICT, "Another change of the modules is under way; try again when it has ended"),
    REFUSED("modules.refused", ErrorKind.UNPROCESSABLE, "This cannot be done: {reason}"),
    NOT_TRUSTED(
            "modules.not-trusted",
            ErrorKind.UNPROCESSABLE,
            "Nobody whom this installation trusts has signed the archive; run it only if you know where it is from"),
    NOT_THE_OWNER(
            "modules.not-the-owner",
            ErrorKind.FORBIDDEN,
            "Modules run in the whole installation: only its first workspace and the operator may see to them"),
    ARTEFACT_IN_USE(
            "modules.artefact-in-use",
            ErrorKind.CONFLICT,
            "The module {module} runs with this archive or can be rolled back to it");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    ModulesError(String code, ErrorKind kind, String message) {
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
