package io.kontor.customer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "customer")
class CustomerQueriesTest {

    private static final ListingQuery EVERYBODY = new ListingQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ListingQuery.Sort.NAME,
            PageRequest.first(50));

    private final CustomerCore core;

    CustomerQueriesTest(TestDatabase database) {
        core = new CustomerCore(database);
    }

    @BeforeEach
    void fourCustomers() {
        core.customers.register(core.person("Boris", "Becker", List.of("boris@x.example"), List.of("030 1234567")));
        core.clock.advance(Duration.ofDays(1));
        core.customers.register(core.person("Anna", "Müller", List.of("anna@x.example"), List.of("+7 495 123-45-67")));
        core.clock.advance(Duration.ofDays(1));
        core.customers.register(core.company("Acme", Set.of("VIP")));
        core.clock.advance(Duration.ofDays(1));
        core.customers.bought(
                core.customers.register(core.person("Anna", "Müller", List.of("am@y.example"), List.of())), "shop");
    }

    @Test
    void aListIsPagedByNameWithoutLosingEqualNames() {
        assertEquals(
                List.of("Acme", "Anna Müller", "Anna Müller", "Boris Becker"), all(EVERYBODY, PageRequest.first(1)));
    }

    @Test
    void aListIsPagedFromTheNewest() {
        ListingQuery newest = new ListingQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ListingQuery.Sort.NEWEST,
                PageRequest.first(2));

        assertEquals(List.of("Anna Müller", "Acme", "Anna Müller", "Boris Becker"), all(newest, PageRequest.first(2)));
    }

    @Test
    void filtersNarrowTheList() {
        assertEquals(List.of("Anna Müller"), names(lifecycle(Lifecycle.CUSTOMER)));
        assertEquals(List.of("Acme"), names(tagged("vip")));
        assertEquals(List.of(), names(tagged("none")));
    }

    @Test
    void whatIsTypedIsFoundInAnyNotation() {
        for (String typed : List.of(
                "boris",
                "BECK",
                "boris beck",
                "beck bor",
                "boris@x",
                "+49 30 1234567",
                "0049301234567",
                "030/1234",
                "4567")) {
            assertEquals(true, names(text(typed)).contains("Boris Becker"), typed);
        }
        for (String typed : List.of("muller", "MÜLL", "8 (495) 123-45-67", "+7495", "1234567")) {
            assertEquals(true, names(text(typed)).contains("Anna Müller"), typed);
        }
        assertEquals(List.of("Acme"), names(text("acme.example")));
        assertEquals(List.of("Acme"), names(text("DE123")));
        assertEquals(List.of(), names(text("boris müller")));
        assertEquals(List.of(), names(text("%")));
    }

    @Test
    void whoMayNotSeeACustomerFindsItNowhere() {
        CustomerId boris = new CustomerId(
                core.keys.find("boris", core.rules.reading("customer"), 1).get(0));
        core.rules.narrowTo(new UserId(SequentialIds.of(5)));

        assertEquals(List.of(), names(EVERYBODY));
        assertEquals(List.of(), names(text("boris")));
        KontorException hidden = assertThrows(KontorException.class, () -> core.queries.visible(boris));
        assertEquals("customer.not-found", hidden.error().code());
        assertThrows(KontorException.class, () -> core.queries.visibleIds(boris));
    }

    @Test
    void aMergedCustomerIsListedOnceAndFoundByBothNames() {
        List<CustomerListing> before = core.queries.page(text("anna")).items();
        core.customers.merge(before.get(0).id(), before.get(1).id());

        assertEquals(List.of("Anna Müller"), names(text("anna")));
        assertEquals(
                before.get(0).id(),
                core.queries.page(text("am@y.example")).items().get(0).id());
        assertEquals(
                before.get(0).id(),
                core.queries.page(text("anna@x.example")).items().get(0).id());
    }

    private List<String> all(ListingQuery query, PageRequest first) {
        List<String> names = new ArrayList<>();
        PageRequest page = first;
        while (true) {
            Page<CustomerListing> found = core.queries.page(on(query, page));
            found.items().forEach(line -> names.add(line.name()));
            if (found.next().isEmpty()) {
                return names;
            }
            page = new PageRequest(found.next().map(Cursor::decode), first.limit());
        }
    }

    private static ListingQuery on(ListingQuery query, PageRequest page) {
        return new ListingQuery(query.text(), query.owner(), query.lifecycle(), query.tag(), query.sort(), page);
    }

    private List<String> names(ListingQuery query) {
        return core.queries.page(query).items().stream()
                .map(CustomerListing::name)
                .toList();
    }

    private static ListingQuery text(String text) {
        return new ListingQuery(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EVERYBODY.sort(),
                EVERYBODY.page());
    }

    private static ListingQuery lifecycle(Lifecycle lifecycle) {
        return new ListingQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(lifecycle),
                Optional.empty(),
                EVERYBODY.sort(),
                EVERYBODY.page());
    }

    private static ListingQuery tagged(String tag) {
        return new ListingQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tag),
                EVERYBODY.sort(),
                EVERYBODY.page());
    }
}
