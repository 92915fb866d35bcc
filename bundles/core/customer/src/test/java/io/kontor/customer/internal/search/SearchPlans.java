package io.kontor.customer.internal.search;

import java.util.List;

/** The search's query with parameters, for the test of the query plans. */
public final class SearchPlans {

    public static final String BY_PREFIX = SearchStore.BY_PREFIX;

    private SearchPlans() {}

    public static Object[] parameters(String prefix) {
        String end = prefix + "~";
        return new Object[] {"N", prefix, end, true, List.of(), false, "1", "2", true, "", "", true, "", "", 8};
    }
}
