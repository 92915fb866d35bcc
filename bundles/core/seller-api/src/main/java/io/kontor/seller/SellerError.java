package io.kontor.seller;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** How a request about legal entities can fail. */
public enum SellerError implements ErrorCode {
    NOT_SET_UP("seller.not-set-up", ErrorKind.CONFLICT, "This workspace has no legal entity yet; finish the set-up"),
    ENTITY_NOT_FOUND("seller.entity-not-found", ErrorKind.NOT_FOUND, "There is no legal entity with this id");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    SellerError(String code, ErrorKind kind, String message) {
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
