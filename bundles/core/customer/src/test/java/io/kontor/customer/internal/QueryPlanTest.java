package io.kontor.customer.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.RowRule;
import io.kontor.customer.internal.identity.IdentityPlans;
import io.kontor.customer.internal.search.SearchPlans;
import io.kontor.customer.internal.timeline.TimelinePlans;
import io.kontor.store.Sql;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With as many rows as make a scan dear, the optimizer takes an index for every list, and sorts none of the large ones. */
@DatabaseTest(workspace = "customer")
class QueryPlanTest {

    private static final UUID ANY = SequentialIds.of(17);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final CustomerCore core;

    QueryPlanTest(TestDatabase database) {
        core = new CustomerCore(database);
    }

    /** A line of EXPLAIN. */
    private record Step(String table, String type, Optional<String> key, long rows, String extra) {}

    @BeforeEach
    void manyRows() {
        core.transactions.run(() -> {
            Sql sql = core.store.sql();
            sql.update("""
                    insert into customer_listing (customer_id, kind, name, owner_id, lifecycle, tags, created_at)
                    select unhex(lpad(hex(seq), 32, '0')), 'PERSON', concat('Name ', seq), unhex(lpad(hex(seq % 7), 32, '0')),
                           elt(1 + seq % 3, 'PROSPECT', 'CUSTOMER', 'FORMER'), '',
                           timestampadd(second, seq, '2026-01-01') from seq_1_to_20000
                    """);
            sql.update("""
                    insert into customer_listing_tag (customer_id, tag, name, created_at)
                    select customer_id, concat('tag', substr(name, 6) % 5), name, created_at from customer_listing
                    """);
            sql.update("""
                    insert into customer_search_key (kind, search_key, customer_id)
                    select 'N', lower(substr(name, 6)), customer_id from customer_listing
                    """);
            sql.update("""
                    insert into customer_timeline_entry
                           (id, customer_id, source, ref_type, ref_id, text_key, parameters, fallback, at)
                    select unhex(lpad(hex(seq), 32, '0')), unhex(lpad(hex(seq % 50), 32, '0')), 's', 'order',
                           unhex(lpad(hex(seq), 32, '0')), 'k', '{}', 'f', timestampadd(second, seq, '2026-01-01')
                      from seq_1_to_20000
                    """);
            sql.update("""
                    insert into customer_contact_point
                           (id, customer_id, kind, value, match_key, verified, valid_from)
                    select unhex(lpad(hex(seq), 32, '0')), unhex(lpad(hex(seq), 32, '0')), 'EMAIL', concat(seq, '@x.example'),
                           concat(seq, '@x.example'), 1, '2026-01-01' from seq_1_to_20000
                    """);
            sql.update("""
                    insert into customer_suspected_duplicate (id, customer_id, other_id, reasons, state, created_at)
                    select unhex(lpad(hex(seq), 32, '0')), unhex(lpad(hex(seq), 32, '0')), unhex(lpad(hex(seq + 1), 32, '0')),
                           'EMAIL', 'OPEN', '2026-01-01' from seq_1_to_20000
                    """);
        });
        for (String table : List.of(
                "listing", "listing_tag", "search_key", "timeline_entry", "contact_point", "suspected_duplicate")) {
            core.store.sql().list("analyze table customer_" + table, row -> true);
        }
    }

    @Test
    void theListReadsAnIndexInItsOrder() {
        for (String sql : List.of(ListingSql.BY_NAME, ListingSql.BY_NEWEST)) {
            Object key = sql.equals(ListingSql.BY_NAME) ? "Name 5" : NOW;
            for (boolean first : List.of(true, false)) {
                assertCheap(sql, filters(true, true, first, key));
                assertCheap(sql, filters(false, true, first, key));
                assertCheap(sql, filters(true, false, first, key));
            }
        }
    }

    @Test
    void aTagReadsTheTagsIndexInItsOrder() {
        assertCheap(ListingSql.TAG_BY_NAME, with("tag1", filters(true, true, true, "Name 5")));
        assertCheap(ListingSql.TAG_BY_NAME, with("tag1", filters(true, true, false, "Name 5")));
        assertCheap(ListingSql.TAG_BY_NEWEST, with("tag1", filters(true, true, false, NOW)));
    }

    @Test
    void searchIdentityTimelineAndDuplicatesReadAnIndex() {
        assertCheap(SearchPlans.BY_PREFIX, SearchPlans.parameters("123"));
        assertCheap(TimelinePlans.PAGE, TimelinePlans.parameters(ANY, NOW));
        assertCheap(IdentityPlans.BY_POINT, IdentityPlans.byPoint("7@x.example"));
        assertCheap(IdentityPlans.OPEN, IdentityPlans.open());
        assertCheap(IdentityPlans.OF_ONE, IdentityPlans.ofOne(ANY));
    }

    private static Object[] filters(boolean anyOwner, boolean anyLifecycle, boolean first, Object key) {
        return new Object[] {
            true, RowRule.ALL.ownerIds(), anyOwner, ANY, anyLifecycle, "CUSTOMER", first, key, key, ANY, 51
        };
    }

    private static Object[] with(Object leading, Object[] filters) {
        List<Object> all = new ArrayList<>(List.of(leading));
        all.addAll(Arrays.asList(filters));
        return all.toArray();
    }

    private void assertCheap(String query, Object... parameters) {
        List<Step> plan = core.store
                .sql()
                .list(
                        "explain " + query,
                        row -> new Step(
                                row.optionalString("table").orElse("none"),
                                row.optionalString("type").orElse("none"),
                                row.optionalString("key"),
                                row.optionalNumber("rows").orElse(0L),
                                row.optionalString("Extra").orElse("")),
                        parameters);
        for (Step step : plan) {
            boolean made = step.table().startsWith("<") || step.table().equals("none");
            assertFalse(step.type().equals("ALL") && !made, () -> "A scan: " + plan + "\n" + query);
            assertFalse(step.extra().contains("filesort") && !made, () -> "A sort: " + plan + "\n" + query);
            assertTrue(made || step.key().isPresent(), () -> "No index: " + plan + "\n" + query);
        }
    }
}
