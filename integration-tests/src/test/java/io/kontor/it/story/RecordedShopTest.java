package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.samples.SampleDeliveries;
import io.kontor.it.samples.SampleDelivery;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The recorded deliveries posted to the running product, as a shop that was connected long ago; the fake holds each
 * order's newest version for whoever asks again.
 */
@Tag("osgi")
@Tag("side-by-side")
class RecordedShopTest {
    private static final String SECRET = SampleDeliveries.SIGNED_SECRET;
    private static final Set<String> OURS = Set.of("order", "product", "customer");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    private final StoredRows rows = new StoredRows(kontor);

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void theDeliveriesBecomeOrdersAndDealsAndTheSameAgainChangesNothing() throws Exception {
        Optional<SampleDeliveries> found = SampleDeliveries.find();
        assumeTrue(found.isPresent(), "no folder shared/samples/woocommerce beside the checkout: skipped");
        SampleDeliveries samples = found.orElseThrow();
        RunningKontor proprietor = RunningKontor.setUp(kontor);
        samples.loadAnswersInto(SHOP);
        String account = connectedLongAgo(proprietor);
        everyAnswerIsTakenOver(proprietor, samples);
        samples.loadInto(SHOP);

        for (SampleDelivery delivery : samples.all(SECRET)) {
            assertEquals(200, post(proprietor, account, delivery).statusCode(), delivery.name());
        }
        await("the deliveries are worked off", PATIENCE, rows::settled);
        for (JsonNode order : samples.newest("order")) {
            check(proprietor, order);
        }
        noOrderIsWithoutItsDeal();
        everyProductIsListed(samples.newest("product"));
        whatIsNoDocumentIsSetAside(proprietor, account, samples);

        Map<String, List<String>> before = rows.business();
        for (SampleDelivery delivery : shuffledAndDoubled(samples.all(SECRET))) {
            assertEquals(200, post(proprietor, account, delivery).statusCode(), delivery.name());
        }
        await("the repetitions are worked off", PATIENCE, rows::settled);
        Map<String, List<String>> after = rows.business();
        before.forEach((table, content) -> assertEquals(content, after.get(table), table));
        whatIsNoDocumentIsSetAside(proprietor, account, samples);

        oneByteIsEnough(proprietor, account, samples);
    }

    private String connectedLongAgo(RunningKontor proprietor) throws Exception {
        String account = proprietor
                .connect(SHOP, Map.of("webhookSecret", SECRET))
                .path("id")
                .asText();
        await(
                "the import is done",
                PATIENCE,
                () -> "DONE"
                        .equals(proprietor
                                .get("/api/connector/accounts/" + account + "/progress")
                                .path("phase")
                                .asText()));
        rows.change("update connector_account set connected_at = '2000-01-01 00:00:00'");
        return account;
    }

    /** What the shop has had before the connection comes by the import, makes no deal, and is all there. */
    private void everyAnswerIsTakenOver(RunningKontor proprietor, SampleDeliveries samples) throws Exception {
        for (JsonNode order : samples.answered("order")) {
            check(proprietor, order);
        }
        everyProductIsListed(samples.answered("product"));
        for (JsonNode customer : samples.answered("customer")) {
            assertEquals(
                    1,
                    rows.number(
                            "select count(*) from customer_external_id where type = 'customer' and external_id = ?",
                            customer.path("id").asText()));
        }
        assertEquals(0, rows.number("select count(*) from pipeline_deal"));
        assertEquals(0, rows.number("select count(*) from connector_dead_letter"));
    }

    private void everyProductIsListed(Collection<JsonNode> products) throws Exception {
        for (JsonNode product : products) {
            assertEquals(
                    1,
                    rows.number(
                            "select count(*) from catalog_listing where external_id = ? and name = ?",
                            product.path("id").asText(),
                            product.path("name").asText()),
                    product.path("name").asText());
        }
    }

    /** Reports, errors and batches that came under the name of an order or a customer wait with the reason in words. */
    private static void whatIsNoDocumentIsSetAside(RunningKontor proprietor, String account, SampleDeliveries samples)
            throws Exception {
        // A body may carry several such documents, so there may be more letters than deliveries.
        long atLeast = 0;
        for (SampleDelivery delivery : samples.all(SECRET)) {
            boolean ours = delivery.resource().filter(OURS::contains).isPresent();
            JsonNode body = ours ? RunningKontor.JSON.readTree(delivery.body()) : MissingNode.getInstance();
            atLeast += body.isObject() && !body.path("id").isNumber() ? 1 : 0;
        }
        JsonNode letters = proprietor
                .get("/api/connector/accounts/" + account + "/dead-letters?limit=200")
                .path("items");
        assertTrue(atLeast > 0 && letters.size() >= atLeast, letters.toString());
        for (JsonNode letter : letters) {
            assertTrue(letter.path("reason").asText().matches("[A-Z][^{}]{8,}"), letter.toString());
        }
    }

    private static HttpResponse<String> post(RunningKontor proprietor, String account, SampleDelivery delivery)
            throws Exception {
        return proprietor.hook(account, delivery.headers(), delivery.body());
    }

    /** The order stands as in its newest version, and on the timeline of the one whose e-mail it bears. */
    private void check(RunningKontor proprietor, JsonNode document) throws Exception {
        String number = document.path("number").asText(document.path("id").asText());
        JsonNode order = proprietor.order(Long.parseLong(number)).orElseThrow(() -> new AssertionError(number));
        assertEquals(
                document.path("status").asText(), order.path("foreignState").asText(), number);
        String customer = order.path("customer").path("id").asText();
        boolean told = false;
        for (JsonNode entry : proprietor
                .get("/api/customer/customers/" + customer + "/timeline?limit=200")
                .path("items")) {
            told |= entry.path("reference")
                    .path("id")
                    .asText()
                    .equals(order.path("id").asText());
        }
        assertTrue(told, "order " + number + " is on its customer's timeline");
        String email = document.path("billing").path("email").asText("");
        if (!email.isEmpty()) {
            assertTrue(
                    proprietor
                            .call("GET", "/api/customer/customers/" + customer, "")
                            .body()
                            .toLowerCase(Locale.ROOT)
                            .contains(email.toLowerCase(Locale.ROOT)),
                    "order " + number + " belongs to " + email);
        }
    }

    private void noOrderIsWithoutItsDeal() throws Exception {
        assertTrue(rows.number("select count(*) from order_order") > 0);
        assertEquals(0, rows.number("""
                select count(*) from order_order left join pipeline_deal_order
                    on pipeline_deal_order.order_id = order_order.id
                  where order_order.state = 'OPEN' and order_order.payment in ('UNPAID', 'FAILED')
                    and pipeline_deal_order.deal_id is null
                """), "an unpaid or failed order has a deal");
        assertEquals(0, rows.number("""
                select count(*) from pipeline_deal join pipeline_deal_order
                    on pipeline_deal_order.deal_id = pipeline_deal.id
                  where pipeline_deal.outcome = 'OPEN' and pipeline_deal_order.payment = 'PAID'
                """), "a deal whose order is paid is won");
    }

    /** Once as it was, once as the shop sends it after a lost answer: under another delivery id. */
    private static List<SampleDelivery> shuffledAndDoubled(List<SampleDelivery> deliveries) {
        List<SampleDelivery> all = new ArrayList<>(deliveries);
        for (SampleDelivery delivery : deliveries) {
            Map<String, String> headers = new LinkedHashMap<>();
            delivery.headers()
                    .forEach((name, value) -> headers.put(
                            name, name.equalsIgnoreCase("X-WC-Webhook-Delivery-ID") ? "again-" + value : value));
            all.add(new SampleDelivery(delivery.name(), headers, delivery.body()));
        }
        Collections.shuffle(all, new Random(7));
        return all;
    }

    private void oneByteIsEnough(RunningKontor proprietor, String account, SampleDeliveries samples) throws Exception {
        long stored = rows.controlNumber("select count(*) from webhooks_inbox");
        long refused = refused(proprietor, account);
        long changed = 0;
        for (SampleDelivery delivery : samples.all(SECRET)) {
            if (delivery.signature().isPresent()) {
                RunningKontor.problem(401, post(proprietor, account, delivery.withOneByteChanged()));
                changed++;
            }
        }
        assertEquals(stored, rows.controlNumber("select count(*) from webhooks_inbox"));
        assertEquals(refused + changed, refused(proprietor, account));
    }

    private static long refused(RunningKontor proprietor, String account) throws Exception {
        return proprietor
                .get("/api/connector/accounts/" + account)
                .path("refusedMessages")
                .asLong();
    }
}
