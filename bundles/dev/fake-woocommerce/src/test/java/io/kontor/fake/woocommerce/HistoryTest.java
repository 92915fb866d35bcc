package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void theTruthIsWhatAWalkOverTheApiFinds() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            Truth truth = shop.history(HistoryPlan.of(700, 300, END));
            assertEquals(700, truth.orders());
            assertEquals(300, truth.buyers());
            assertEquals(300, truth.people());
            Set<String> buyers = new HashSet<>();
            Map<String, BigDecimal> sums = new HashMap<>();
            int orders = 0;
            Caller caller = new Caller(shop);
            for (int page = 1; page <= 7; page++) {
                for (JsonNode order : caller.list("orders?per_page=100&orderby=id&order=asc&page=" + page)) {
                    orders++;
                    buyers.add(order.path("billing").path("email").asText().toLowerCase(Locale.ROOT));
                    sums.merge(
                            order.path("currency").asText()
                                    + order.path("status").asText(),
                            new BigDecimal(order.path("total").asText()),
                            BigDecimal::add);
                }
            }
            assertEquals(700, orders);
            assertEquals(300, buyers.size());
            truth.sums()
                    .forEach((currency, statuses) -> statuses.forEach((status, sum) ->
                            assertEquals(sum.total(), sums.get(currency + status), currency + status)));
            assertTrue(truth.sums().containsKey("JPY"));
            assertTrue(truth.sums().get("EUR").get("refunded").refunded().signum() > 0);
            assertEquals(0, shop.deliveries().size());
        }
    }

    @Test
    void theSameSeedInventsTheSameAndAnotherOneSomethingElse() throws Exception {
        assertEquals(invented(5), invented(5));
        assertNotEquals(invented(5), invented(6));
    }

    @Test
    void nobodySharesAPhoneOrAnEmail() {
        Shoppers shoppers = new Shoppers(3);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            Address person = shoppers.next();
            assertTrue(seen.add(person.phone()), person.phone());
            assertTrue(seen.add(person.email()), person.email());
        }
    }

    private static Truth invented(long seed) throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            HistoryPlan plan = HistoryPlan.of(60, 30, END);
            return shop.history(
                    new HistoryPlan(seed, plan.orders(), plan.buyers(), plan.from(), plan.to(), plan.currencies()));
        }
    }
}
