package io.kontor.demo.internal;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** Errors of the demo. */
enum DemoError implements ErrorCode {
    WALKING(
            "demo.walking",
            ErrorKind.CONFLICT,
            "The demo shop is still living through its past; its data can be removed in a minute");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    DemoError(String code, ErrorKind kind, String message) {
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
