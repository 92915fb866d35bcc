package io.kontor.connector;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** What can go wrong with a connected shop. */
public enum ConnectorError implements ErrorCode {
    KIND_UNKNOWN(
            "connector.kind-unknown", ErrorKind.UNPROCESSABLE, "No installed module connects shops of kind {kind}"),
    ACCOUNT_UNKNOWN("connector.account-not-found", ErrorKind.NOT_FOUND, "There is no connected shop with this id"),
    ACCOUNT_EXISTS("connector.account-exists", ErrorKind.CONFLICT, "The shop at {url} is connected already as {name}"),
    FIELD("connector.field-invalid", ErrorKind.UNPROCESSABLE, "The field {field} is not valid: {reason}"),
    ADDRESS_FORBIDDEN(
            "connector.address-forbidden",
            ErrorKind.UNPROCESSABLE,
            "{target} lies inside the house; the operator can allow it in allowedPrivateTargets"),
    UNREACHABLE("connector.shop-unreachable", ErrorKind.BAD_GATEWAY, "The shop at {host} does not answer: {reason}"),
    KEYS_REFUSED(
            "connector.keys-refused",
            ErrorKind.UNPROCESSABLE,
            "The shop refuses the keys ({status}): {reason}. Make new keys in the shop and enter them here"),
    LIMITED("connector.shop-limited", ErrorKind.BAD_GATEWAY, "The shop asks for a pause of {seconds} s"),
    SHOP_FAILED("connector.shop-failed", ErrorKind.BAD_GATEWAY, "The shop answers {status}: {reason}"),
    ANSWER_UNREADABLE(
            "connector.answer-unreadable", ErrorKind.BAD_GATEWAY, "The shop's answer cannot be read: {reason}"),
    REDIRECTED("connector.shop-moved", ErrorKind.UNPROCESSABLE, "The shop answers at {location}; connect that address"),
    DEAD_LETTER_UNKNOWN(
            "connector.dead-letter-not-found", ErrorKind.NOT_FOUND, "There is no document set aside with this id"),
    STILL_REJECTED(
            "connector.still-rejected", ErrorKind.UNPROCESSABLE, "The document still cannot be taken over: {reason}"),
    AUTHORISATION_UNAVAILABLE(
            "connector.authorisation-unavailable",
            ErrorKind.UNPROCESSABLE,
            "This shop cannot be connected by one button: {reason}. Enter its keys instead"),
    AUTHORISATION_UNKNOWN(
            "connector.authorisation-not-found",
            ErrorKind.NOT_FOUND,
            "This connection was not asked for, was used, or took longer than {minutes} minutes"),
    AUTHORISATION_UNREADABLE(
            "connector.authorisation-unreadable", ErrorKind.INVALID, "The shop's message has no keys: {reason}");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    ConnectorError(String code, ErrorKind kind, String message) {
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
