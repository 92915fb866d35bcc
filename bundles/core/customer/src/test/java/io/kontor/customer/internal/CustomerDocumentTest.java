package io.kontor.customer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is kept as a whole says the same as the facts, whatever happened to them. */
@DatabaseTest(workspace = "customer")
class CustomerDocumentTest {

    private final CustomerCore core;

    CustomerDocumentTest(TestDatabase database) {
        core = new CustomerCore(database);
    }

    @Test
    void somebodyNewIsKeptWhole() {
        assertKept(core.customers.register(core.person("Anna", "Meier", List.of("anna@x.example"), List.of("030 1"))));
        assertKept(core.customers.register(core.company("Acme", Set.of("vip", "Münze"))));
    }

    @Test
    void everyVerbRenewsIt() {
        CustomerId anna = core.customers.register(core.person("Anna", "Meier", List.of("anna@x.example"), List.of()));

        core.customers.bought(anna, "woocommerce");
        assertKept(anna);
        core.customers.learn(
                anna, List.of(new NewPoint(ContactPoint.Kind.EMAIL, "anna@work.example", Optional.empty(), true)));
        assertKept(anna);
        change(
                anna,
                draft -> new CustomerDraft(
                        Optional.of("Änne"),
                        draft.familyName(),
                        draft.legalName(),
                        draft.taxId(),
                        draft.owner(),
                        Lifecycle.FORMER,
                        Optional.of(Locale.forLanguageTag("de-AT")),
                        Optional.of(ZoneId.of("Europe/Vienna")),
                        Optional.of("AT"),
                        Set.of("regular"),
                        List.of(),
                        draft.addresses(),
                        Map.of()));
        assertKept(anna);
    }

    @Test
    void aPurchaseUnderAMergedIdIsSeenOnTheSurvivor() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId other = core.registered("Anne", "Meyer");

        core.customers.merge(anna, other);
        assertKept(anna);
        core.customers.bought(other, "shopify");

        assertKept(anna);
        assertEquals(Lifecycle.CUSTOMER, found(other).profile().lifecycle());
        core.customers.unmerge(other);
        assertKept(anna);
        assertKept(other);
    }

    @Test
    void whatIsMissingOrOfAnotherReleaseIsReadFromTheFacts() {
        CustomerId anna = core.registered("Anna", "Meier");

        write(anna, null);
        assertEquals("Anna Meier", found(anna).name());
        write(anna, "{\"format\":2,\"person\":{\"everything\":\"else\"}}");
        assertEquals("Anna Meier", found(anna).name());
    }

    private void assertKept(CustomerId id) {
        Customer facts = core.reader.read(id).orElseThrow().customer();
        assertEquals(
                facts,
                core.listings
                        .document(id)
                        .flatMap(new CustomerDocument()::customer)
                        .orElseThrow());
        assertEquals(facts, found(id));
    }

    private void write(CustomerId id, String document) {
        assertTrue(core.transactions.call(() -> core.store
                        .sql()
                        .update("update customer_listing set document = ? where customer_id = ?", document, id))
                == 1);
    }

    private void change(CustomerId id, UnaryOperator<CustomerDraft> change) {
        core.customers.change(id, Optional.empty(), change);
    }

    private Customer found(CustomerId id) {
        return core.customers.find(id).orElseThrow();
    }
}
