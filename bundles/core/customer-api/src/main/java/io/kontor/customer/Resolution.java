package io.kontor.customer;

import java.util.List;

/** The answer to "who is this?". */
public sealed interface Resolution {

    /** Exactly this customer. */
    record Known(CustomerId customer, Reason reason) implements Resolution {}

    /** Perhaps one of these; a person decides. */
    record Candidates(List<CustomerId> customers, Reason reason) implements Resolution {}

    /** Nobody we know. */
    record Unknown() implements Resolution {}

    /** What the answer rests on. */
    enum Reason {
        EXTERNAL_ID,
        VERIFIED_EMAIL,
        EMAIL,
        PHONE
    }
}
