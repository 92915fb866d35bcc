package io.kontor.customer.internal.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The timeline's query with parameters, for the test of the query plans. */
public final class TimelinePlans {

    public static final String PAGE = TimelineStore.PAGE;

    private TimelinePlans() {}

    public static Object[] parameters(UUID customer, Instant before) {
        List<UUID> of = List.of(customer);
        return new Object[] {of, false, before, before, customer, 31, of, false, before, before, customer, 31, 31};
    }
}
