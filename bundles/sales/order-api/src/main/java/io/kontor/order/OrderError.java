package io.kontor.order;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** How taking in or reading an order can fail. */
public enum OrderError implements ErrorCode {
    /** Two contents of one order carry the same change time; only the channel can say which one stands. */
    VERSION_AMBIGUOUS(
            "order.version-ambiguous",
            ErrorKind.CONFLICT,
            "Another version of order {number} carries the same change time; fetch the order again"),
    NOT_FOUND("order.not-found", ErrorKind.NOT_FOUND, "There is no order with this id"),
    INVALID("order.invalid", ErrorKind.UNPROCESSABLE, "The order cannot be stored: {field} {reason}");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    OrderError(String code, ErrorKind kind, String message) {
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
