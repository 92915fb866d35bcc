package io.kontor.customer.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.Identity;
import io.kontor.customer.Resolution;
import io.kontor.customer.Resolution.Candidates;
import io.kontor.customer.Resolution.Known;
import io.kontor.customer.Resolution.Reason;
import io.kontor.customer.SourceAccountId;
import io.kontor.customer.internal.CustomerCore;
import io.kontor.kernel.PageRequest;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "customer")
class IdentityServiceTest {

    private static final SourceAccountId SHOP = new SourceAccountId(SequentialIds.of(900));
    private static final String ANNA = "anna@x.example";

    private final TestDatabase database;
    private final CustomerCore core;
    private final DuplicateStore duplicates;
    private final IdentityService identities;

    IdentityServiceTest(TestDatabase database) {
        this.database = database;
        core = new CustomerCore(database);
        duplicates = new DuplicateStore(core.store, core.ids);
        identities = new IdentityService(
                core.transactions, new IdentityStore(core.store), duplicates, core.customers, core.reader, core.clock);
    }

    @Test
    void anExternalIdDecidesBeforeEverythingElse() {
        CustomerId anna = arrives(shop("7", ANNA, true, "030 1234567"));
        CustomerId otto = arrives(shop("8", "otto@x.example", true));

        Resolution answer = identities.resolve(shop("8", ANNA, true, "030 1234567"));

        assertEquals(new Known(otto, Reason.EXTERNAL_ID), answer);
        assertNotEquals(anna, otto);
    }

    @Test
    void externalIdsAreComparedByteByByte() {
        CustomerId lower = arrives(shop("abc", "a@x.example", true));
        CustomerId upper = arrives(shop("ABC", "b@x.example", true));

        assertNotEquals(lower, upper);
    }

    @Test
    void aVerifiedEmailIdentifiesInAnySpelling() {
        CustomerId anna = arrives(shop("7", ANNA, true));

        assertEquals(new Known(anna, Reason.VERIFIED_EMAIL), identities.resolve(guest("Anna@X.Example", true)));
    }

    @Test
    void anUnverifiedEmailOnlySuggests() {
        CustomerId anna = arrives(shop("7", ANNA, true));

        CustomerId second = arrives(guest(ANNA, false));

        assertNotEquals(anna, second);
        assertEquals(
                Set.of(anna, second), Set.copyOf(((Candidates) identities.resolve(guest(ANNA, false))).customers()));
        SuspectedDuplicate pair = open().get(0);
        assertEquals(List.of(Reason.EMAIL), pair.reasons());
        assertEquals(Set.of(anna, second), Set.of(pair.customer(), pair.other()));
    }

    @Test
    void aCustomerIsSuspectedByAllItsIdsUntilTheTwoAreMerged() {
        CustomerId anna = arrives(shop("7", ANNA, true));
        CustomerId second = arrives(guest(ANNA, false));
        CustomerId bystander = arrives(guest("otto@x.example", false));
        CustomerId former = core.registered("Anna", "Formerly");
        core.customers.merge(anna, former);

        assertEquals(1, suspected(former, anna).size());
        assertEquals(1, suspected(second).size());
        assertEquals(List.of(), suspected(bystander));

        core.customers.merge(second, anna);

        assertEquals(List.of(), suspected(second, anna, former));
    }

    @Test
    void whoWasFoundToBeDifferentIsSuspectedAgainWhenThatIsTakenBack() {
        CustomerId anna = arrives(shop("7", ANNA, true));
        arrives(guest(ANNA, false));
        SuspectedDuplicate pair = suspected(anna).get(0);

        assertFalse(core.transactions.call(() -> duplicates.reopen(pair.id())));
        assertTrue(core.transactions.call(() -> duplicates.dismiss(pair.id())));
        assertEquals(List.of(), suspected(anna));
        assertTrue(core.transactions.call(() -> duplicates.reopen(pair.id())));
        assertEquals(List.of(pair), suspected(anna));
    }

    @Test
    void aPhoneIdentifiesInAnyNotationWhileItIsUnique() {
        CustomerId anna = arrives(shop("7", ANNA, true, "+49 30 1234567"));

        assertEquals(new Known(anna, Reason.PHONE), identities.resolve(caller("030/1234567")));
    }

    @Test
    void aPhoneThatTwoHaveIdentifiesNeither() {
        CustomerId anna = core.customers.register(core.person("Anna", "M", List.of(), List.of("030 1234567")));
        CustomerId otto = core.customers.register(core.person("Otto", "M", List.of(), List.of("030 1234567")));

        assertEquals(new Candidates(List.of(anna, otto), Reason.PHONE), identities.resolve(caller("030 1234567")));
    }

    @Test
    void anotherEmailContradictsTheSamePhone() {
        CustomerId anna = arrives(shop("7", ANNA, true, "030 1234567"));

        CustomerId other = arrives(guest("boris@x.example", true, "030 1234567"));

        assertNotEquals(anna, other);
        assertEquals(List.of(Reason.PHONE), open().get(0).reasons());
    }

    @Test
    void anotherIdInTheSameShopContradictsTheSamePhone() {
        CustomerId anna = arrives(shop("7", "", false, "030 1234567"));

        assertNotEquals(anna, arrives(shop("8", "", false, "030 1234567")));
    }

    @Test
    void whatIsRelayedOrAnonymousIdentifiesNobody() {
        CustomerId first = arrives(guest("abc123@marketplace.amazon.de", true));
        CustomerId second = arrives(guest("abc123@marketplace.amazon.de", true));
        CustomerId third = arrives(
                new Identity(Optional.empty(), List.of(ANNA), true, List.of("030 1234567"), Optional.of("DE"), true));
        CustomerId fourth = arrives(
                new Identity(Optional.empty(), List.of(ANNA), true, List.of("030 1234567"), Optional.of("DE"), true));

        assertEquals(4, Set.of(first, second, third, fourth).size());
        assertEquals(List.of(), open());
    }

    @Test
    void whoIsKnownIsRememberedWithWhatWasNew() {
        CustomerId anna = arrives(shop("7", ANNA, false));

        arrives(shop("7", ANNA, true, "030 1234567"));

        assertEquals(new Known(anna, Reason.PHONE), identities.resolve(caller("030 1234567")));
        assertEquals(new Known(anna, Reason.VERIFIED_EMAIL), identities.resolve(guest(ANNA, true)));
    }

    @Test
    void aVerifiedEmailBringsASecondShopsIdAlong() {
        CustomerId anna = arrives(shop("7", ANNA, true));
        SourceAccountId other = new SourceAccountId(SequentialIds.of(901));
        Identity there = new Identity(
                Optional.of(new ExternalId(other, "customer", "7")),
                List.of(ANNA),
                true,
                List.of(),
                Optional.empty(),
                false);

        assertEquals(anna, arrives(there));
        assertEquals(new Known(anna, Reason.EXTERNAL_ID), identities.resolve(there));
    }

    @Test
    void afterAMergeTheFactsStayWithTheIdThatTheyBelongTo() {
        CustomerId anna = arrives(shop("7", ANNA, true));
        CustomerId second = arrives(shop("9", "anna@work.example", true));
        core.customers.merge(anna, second);

        CustomerId ordered = arrives(shop("9", "anna@work.example", true, "030 7654321"));
        core.customers.unmerge(second);

        assertEquals(second, ordered);
        assertEquals(new Known(second, Reason.PHONE), identities.resolve(caller("030 7654321")));
    }

    @Test
    void manyOrdersOfOneNewBuyerAtOnceMakeOneCustomer() throws InterruptedException {
        Set<CustomerId> ids = atOnce(12, () -> arrives(shop("42", "new@x.example", true, "030 1111111")));

        assertEquals(1, ids.size());
        assertEquals(1, count("customer"));
        assertEquals(1, count("customer_external_id"));
    }

    @Test
    void manyGuestOrdersWithOneVerifiedEmailAtOnceMakeOneCustomer() throws InterruptedException {
        Set<CustomerId> ids = atOnce(12, () -> arrives(guest("guest@x.example", true)));

        assertEquals(1, ids.size());
        assertEquals(1, count("customer"));
    }

    private Set<CustomerId> atOnce(int threads, Supplier<CustomerId> work) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<CustomerId>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            results.add(pool.submit(() -> {
                start.await();
                return database.workspaces().call(database.workspace(), work);
            }));
        }
        start.countDown();
        pool.shutdown();
        return results.stream().map(IdentityServiceTest::result).collect(Collectors.toSet());
    }

    private static CustomerId result(Future<CustomerId> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        String query = table.equals("customer")
                ? "select count(*) as n from customer"
                : "select count(*) as n from customer_external_id";
        return core.store.sql().one(query, row -> row.number("n")).orElseThrow();
    }

    private List<SuspectedDuplicate> suspected(CustomerId... ids) {
        return core.transactions.read(() -> duplicates.with(List.of(ids), RowRule.ALL, 20));
    }

    private List<SuspectedDuplicate> open() {
        return duplicates.open(RowRule.ALL, PageRequest.first(10)).items();
    }

    private CustomerId arrives(Identity identity) {
        return identities.resolveOrRegister(
                identity, core.person("Anna", "Meier", identity.emails(), identity.phones()));
    }

    private static Identity shop(String id, String email, boolean verified, String... phones) {
        return new Identity(
                Optional.of(new ExternalId(SHOP, "customer", id)),
                email.isEmpty() ? List.of() : List.of(email),
                verified,
                List.of(phones),
                Optional.of("DE"),
                false);
    }

    private static Identity guest(String email, boolean verified, String... phones) {
        return new Identity(Optional.empty(), List.of(email), verified, List.of(phones), Optional.of("DE"), false);
    }

    private static Identity caller(String phone) {
        return new Identity(Optional.empty(), List.of(), false, List.of(phone), Optional.of("DE"), false);
    }
}
