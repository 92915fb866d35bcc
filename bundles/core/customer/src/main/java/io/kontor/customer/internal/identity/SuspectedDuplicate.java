package io.kontor.customer.internal.identity;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Two customers who may be the same; a person decides. */
record SuspectedDuplicate(
        UUID id,
        CustomerId customer,
        String customerName,
        CustomerId other,
        String otherName,
        List<Resolution.Reason> reasons,
        Instant since) {}
