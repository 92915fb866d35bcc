package io.kontor.customer;

import io.kontor.kernel.Ref;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param customer who owes or owns
 * @param contact the person who acted, if another; the entry is shown on both
 * @param source the module that writes, and the kind of entry: {@code order.placed}
 * @param reference the record it is about; unique together with the source
 * @param textKey the translation's key in the module's texts
 * @param parameters what the text's placeholders stand for; amounts and dates as ISO text
 * @param fallback the text in English, readable after the module is gone
 * @param at when it happened
 */
public record TimelineEntry(
        CustomerId customer,
        Optional<CustomerId> contact,
        String source,
        Ref reference,
        String textKey,
        Map<String, String> parameters,
        String fallback,
        Instant at) {}
