package io.kontor.customer;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** How a request about customers can fail. */
public enum CustomerError implements ErrorCode {
    NOT_FOUND("customer.not-found", ErrorKind.NOT_FOUND, "There is no customer with this id"),
    MERGE_KINDS_DIFFER(
            "customer.merge-kinds-differ",
            ErrorKind.CONFLICT,
            "A person and a company cannot become one customer; record an affiliation instead"),
    ALREADY_MERGED("customer.already-merged", ErrorKind.CONFLICT, "These records are the same customer already"),
    NOT_MERGED("customer.not-merged", ErrorKind.CONFLICT, "This record was not merged into another one"),
    PHONE_INVALID(
            "customer.phone-invalid",
            ErrorKind.INVALID,
            "{value} is not a phone number; write it with the country code, for example +49 30 123456"),
    EMAIL_INVALID("customer.email-invalid", ErrorKind.INVALID, "{value} is not an e-mail address"),
    NAME_MISSING(
            "customer.name-missing",
            ErrorKind.INVALID,
            "A company needs its name; a person needs a name or a way to be reached"),
    OWNER_UNKNOWN("customer.owner-unknown", ErrorKind.INVALID, "There is no active user with the id {owner}"),
    FIELD_UNKNOWN("customer.field-unknown", ErrorKind.INVALID, "There is no custom field {field}"),
    FIELD_VALUE_INVALID(
            "customer.field-value-invalid", ErrorKind.INVALID, "{value} is not a value of the field {field}: {reason}"),
    NOTE_NOT_FOUND("customer.note-not-found", ErrorKind.NOT_FOUND, "There is no note with this id"),
    NOTE_NOT_YOURS("customer.note-not-yours", ErrorKind.FORBIDDEN, "Only the author changes a note"),
    NOTE_UNDO_OVER(
            "customer.note-undo-over", ErrorKind.CONFLICT, "The note was deleted too long ago to be brought back"),
    SUSPICION_NOT_FOUND(
            "customer.suspicion-not-found", ErrorKind.NOT_FOUND, "There is no suspected duplicate with this id");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    CustomerError(String code, ErrorKind kind, String message) {
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
