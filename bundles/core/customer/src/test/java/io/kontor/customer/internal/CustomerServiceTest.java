package io.kontor.customer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.access.User;
import io.kontor.customer.Company;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.rest.MergePatch;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "customer")
class CustomerServiceTest {

    private final ObjectMapper mapper = Json.mapper();
    private final CustomerCore core;

    CustomerServiceTest(TestDatabase database) {
        core = new CustomerCore(database);
    }

    @Test
    void whatWasRegisteredIsFoundWithEverythingThatBelongsToIt() {
        CustomerId id = core.customers.register(core.company("Acme", Set.of("vip", "press")));

        Company acme = (Company) found(id);

        assertEquals("Acme", acme.legalName());
        assertEquals(Optional.of("DE 123456789"), acme.taxId());
        assertEquals("office@acme.example", acme.profile().points().get(0).value());
        assertEquals(Optional.of("Berlin"), acme.profile().addresses().get(0).city());
        assertEquals(Set.of("vip", "press"), Set.copyOf(acme.profile().tags()));
        assertEquals(1, core.events.published(CustomerEvent.Registered.class).size());
        assertEquals(List.of("customer.registered"), core.audit.actions());
    }

    @Test
    void aPhoneInNationalNotationIsKeptInternational() {
        CustomerId id = core.customers.register(core.person("Anna", "Meier", List.of(), List.of("030 1234567")));

        assertEquals("+49301234567", found(id).profile().points().get(0).value());
    }

    @Test
    void whatCannotBeReadIsKeptAsReceived() {
        CustomerId id =
                core.customers.register(core.person("Anna", "Meier", List.of("anna at home"), List.of("ask twice")));

        assertEquals(
                List.of("anna at home", "ask twice"),
                found(id).profile().points().stream().map(ContactPoint::value).toList());
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        CustomerId id = core.customers.register(core.person("Anna", "Meier", List.of("anna@x.example"), List.of()));

        Customer changed = patched(id, 1, "{\"familyName\":\"Schulz\",\"tags\":[\"vip\"],\"locale\":\"de\"}");

        assertEquals("Anna Schulz", changed.name());
        assertEquals(2, changed.profile().version());
        assertEquals(changed, found(id));
        assertEquals(1, changed.profile().points().size());
        assertEquals(List.of(new CustomerEvent.Changed(id, 2)), core.events.published(CustomerEvent.Changed.class));
    }

    @Test
    void aPatchThatChangesNothingIsNoChange() {
        CustomerId id = core.registered("Anna", "Meier");

        Customer same = patched(id, 1, "{\"familyName\":\"Meier\"}");

        assertEquals(1, same.profile().version());
        assertEquals(List.of("customer.registered"), core.audit.actions());
    }

    @Test
    void whoSawAnOlderVersionIsToldInsteadOfOverwriting() {
        CustomerId id = core.registered("Anna", "Meier");
        patched(id, 1, "{\"familyName\":\"Schulz\"}");

        KontorException stale =
                assertThrows(KontorException.class, () -> patched(id, 1, "{\"familyName\":\"Lehmann\"}"));

        assertEquals("request.stale", stale.error().code());
        assertEquals("Anna Schulz", found(id).name());
    }

    @Test
    void aContactPointThatIsTakenAwayEndsAndComesBackWithItsHistory() {
        CustomerId id = core.customers.register(core.person("Anna", "Meier", List.of("anna@x.example"), List.of()));

        patched(id, 1, "{\"points\":[{\"kind\":\"PHONE\",\"value\":\"+49 30 1234567\",\"label\":\"work\"}]}");
        List<ContactPoint> points = found(id).profile().points();
        patched(id, 2, "{\"points\":[{\"kind\":\"EMAIL\",\"value\":\"Anna@X.example\"}]}");

        assertEquals(List.of("+49301234567", "anna@x.example"), values(points));
        assertTrue(points.get(1).validTo().isPresent());
        assertEquals(
                List.of("anna@x.example", "+49301234567"),
                values(found(id).profile().points()));
    }

    @Test
    void aPhoneThatAPersonTypesMustBeReadable() {
        CustomerId id = core.registered("Anna", "Meier");

        KontorException refused = assertThrows(
                KontorException.class, () -> patched(id, 1, "{\"points\":[{\"kind\":\"PHONE\",\"value\":\"12\"}]}"));

        assertEquals("customer.phone-invalid", refused.error().code());
    }

    @Test
    void onlyActiveColleaguesOwnCustomers() {
        CustomerId id = core.registered("Anna", "Meier");
        UserId nobody = new UserId(SequentialIds.of(77));

        KontorException refused = assertThrows(KontorException.class, () -> core.customers.assign(id, nobody));
        core.users.add(new User(nobody, "Nils", "nils@example.com", Role.SALES_MANAGER, true));
        core.customers.assign(id, nobody);

        assertEquals("customer.owner-unknown", refused.error().code());
        assertEquals(nobody, found(id).profile().owner());
    }

    @Test
    void whoBuysBecomesACustomerOnce() {
        CustomerId id = core.registered("Anna", "Meier");

        core.customers.bought(id, "woocommerce");
        core.customers.bought(id, "woocommerce");

        assertEquals(Lifecycle.CUSTOMER, found(id).profile().lifecycle());
        assertEquals(1, core.events.published(CustomerEvent.Changed.class).size());
    }

    @Test
    void customValuesNeedADeclaredField() {
        CustomerId id = core.registered("Anna", "Meier");

        KontorException unknown =
                assertThrows(KontorException.class, () -> patched(id, 1, "{\"customValues\":{\"size\":\"XL\"}}"));
        declare("size");
        Customer changed = patched(id, 1, "{\"customValues\":{\"size\":\"XL\"}}");

        assertEquals("customer.field-unknown", unknown.error().code());
        assertEquals(Map.of("size", "XL"), changed.profile().customValues());
        assertEquals(
                Map.of(),
                patched(id, 2, "{\"customValues\":{\"size\":null}}").profile().customValues());
    }

    @Test
    void namesAreGivenForTheIdsThatWereAskedFor() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId other = core.registered("Anne", "Meyer");
        core.customers.merge(anna, other);

        assertEquals(Map.of(anna, "Anna Meier", other, "Anna Meier"), core.customers.names(List.of(anna, other)));
    }

    private void declare(String key) {
        core.transactions.run(() -> core.store.sql().update("""
                        insert into customer_field (field_key, label, type, choices, created_at) values (?, 'Size', 'TEXT', '', ?)
                        """, key, core.clock.instant()));
    }

    private static List<String> values(List<ContactPoint> points) {
        return points.stream().map(ContactPoint::value).toList();
    }

    private Customer found(CustomerId id) {
        return core.customers.find(id).orElseThrow();
    }

    private Customer patched(CustomerId id, long version, String json) {
        try {
            CustomerPatch patch = new CustomerPatch(mapper.readValue(json, MergePatch.class));
            return core.customers.change(id, Optional.of(version), patch::apply);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
