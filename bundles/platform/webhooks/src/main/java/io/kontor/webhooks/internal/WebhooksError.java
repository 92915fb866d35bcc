package io.kontor.webhooks.internal;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** Why a message is not taken. */
enum WebhooksError implements ErrorCode {
    ADDRESS_UNKNOWN("webhooks.address-not-found", ErrorKind.NOT_FOUND, "Nobody listens at this address"),
    METHOD("webhooks.method-not-allowed", ErrorKind.NOT_ALLOWED, "Messages are sent with POST"),
    TOO_LARGE("webhooks.body-too-large", ErrorKind.TOO_LARGE, "A message has at most {bytes} bytes"),
    REFUSED("webhooks.signature-invalid", ErrorKind.UNAUTHENTICATED, "The message is not signed as agreed"),
    AWAY("module.away", ErrorKind.UNAVAILABLE, "The module that understands this message is away; send it again soon");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    WebhooksError(String code, ErrorKind kind, String message) {
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
