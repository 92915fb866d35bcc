package io.kontor.catalog;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** How working with products can fail. */
public enum CatalogError implements ErrorCode {
    PRODUCT_NOT_FOUND("catalog.product-not-found", ErrorKind.NOT_FOUND, "There is no product with this id"),
    PROPOSAL_NOT_FOUND(
            "catalog.proposal-not-found",
            ErrorKind.NOT_FOUND,
            "Nobody proposed to link these two products, or it is decided"),
    INVALID("catalog.invalid", ErrorKind.UNPROCESSABLE, "The product cannot be stored: {field} {reason}");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    CatalogError(String code, ErrorKind kind, String message) {
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
