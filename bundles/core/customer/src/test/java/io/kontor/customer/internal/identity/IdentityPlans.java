package io.kontor.customer.internal.identity;

import java.util.List;
import java.util.UUID;

/** The queries about identity with parameters, for the test of the query plans. */
public final class IdentityPlans {

    public static final String BY_POINT = IdentityStore.BY_POINT;
    public static final String OPEN = DuplicateStore.OPEN;

    public static final String OF_ONE = DuplicateStore.OF_ONE;

    private IdentityPlans() {}

    public static Object[] byPoint(String email) {
        return new Object[] {"EMAIL", List.of(email), 50};
    }

    public static Object[] ofOne(UUID customer) {
        return new Object[] {List.of(customer), List.of(customer), true, List.of(), true, List.of(), 20};
    }

    public static Object[] open() {
        return new Object[] {true, new UUID(0, 0), true, List.of(), true, List.of(), 51};
    }
}
