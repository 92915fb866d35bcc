package io.kontor.settings;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** Errors of settings and secrets. */
public enum SettingsError implements ErrorCode {
    SECRET_UNREADABLE(
            "settings.secret-unreadable",
            ErrorKind.UNPROCESSABLE,
            "A stored secret cannot be opened with this node's key file; bring back the former etc/kontor.key, or enter"
                    + " the secret again"),
    VALUE_UNREADABLE(
            "settings.value-unreadable", ErrorKind.INTERNAL, "The stored settings of {module} have another shape"),
    MODULE_UNKNOWN("settings.module-unknown", ErrorKind.NOT_FOUND, "No module {module} with settings is here");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    SettingsError(String code, ErrorKind kind, String message) {
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
