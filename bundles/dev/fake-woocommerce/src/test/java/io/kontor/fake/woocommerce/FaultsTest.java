package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private FakeWooCommerce shop;
    private Caller caller;

    @BeforeEach
    void open() throws Exception {
        shop = FakeWooCommerce.start(ShopConfig.local());
        caller = new Caller(shop);
        shop.someoneBuys();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void eachThirdRequestIsTooMany() throws Exception {
        shop.faults().add(FaultRule.status(429).every(3).retryAfter(Duration.ofSeconds(7)));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(caller.get("orders").statusCode());
        }
        assertEquals(List.of(200, 200, 429, 200, 200, 429), statuses);
        assertEquals(429, shop.requests().get(5).status());
    }

    @Test
    void retryAfterIsSentWhereTheRuleHasOne() throws Exception {
        shop.faults().add(FaultRule.status(503).times(1).retryAfter(Duration.ofSeconds(7)));
        assertEquals(
                "7", caller.get("orders").headers().firstValue("Retry-After").orElse(""));
        shop.faults().add(FaultRule.status(501).times(1));
        HttpResponse<String> without = caller.get("orders");
        assertEquals(501, without.statusCode());
        assertTrue(without.headers().firstValue("Retry-After").isEmpty());
        assertTrue(without.body().startsWith("<html>"));
        assertEquals(200, caller.get("orders").statusCode());
    }

    @Test
    void aRuleMayConcernOnePathOnly() throws Exception {
        shop.faults().add(FaultRule.status(503).on("/products"));
        assertEquals(200, caller.get("orders").statusCode());
        assertEquals(503, caller.get("products").statusCode());
    }

    @Test
    void aRateLimitCountsWithinItsWindow() throws Exception {
        shop.faults().add(FaultRule.rateLimit(2, Duration.ofMinutes(1)));
        assertEquals(200, caller.get("orders").statusCode());
        assertEquals(200, caller.get("orders").statusCode());
        HttpResponse<String> third = caller.get("orders");
        assertEquals(429, third.statusCode());
        assertEquals("60", third.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void garbageStandsBeforeTheJson() throws Exception {
        shop.faults().add(FaultRule.of(FaultKind.BOM_BEFORE).times(1));
        assertTrue(caller.get("orders").body().startsWith("\uFEFF["));
        shop.faults().add(FaultRule.of(FaultKind.HTML_BEFORE).times(1));
        assertTrue(caller.get("orders").body().startsWith("<div"));
        shop.faults().add(FaultRule.of(FaultKind.PHP_WARNING).times(1));
        assertTrue(caller.get("orders").body().contains("<b>Warning</b>"));
        assertTrue(caller.get("orders").body().startsWith("["));
    }

    @Test
    void aTruncatedOrDroppedAnswerIsAnErrorOfTheConnection() {
        shop.faults().add(FaultRule.of(FaultKind.TRUNCATED).times(1));
        assertThrows(IOException.class, () -> caller.get("orders"));
        shop.faults().clear();
        shop.faults().add(FaultRule.of(FaultKind.RESET));
        assertThrows(IOException.class, () -> caller.get("orders"));
    }

    @Test
    void aSlowAnswerStillComes() throws Exception {
        shop.faults().add(FaultRule.of(FaultKind.LATENCY).delay(Duration.ofMillis(200)));
        long start = System.nanoTime();
        assertEquals(200, caller.get("orders").statusCode());
        assertTrue(System.nanoTime() - start >= 200_000_000L);
    }

    @Test
    void clearedRulesHitNothing() throws Exception {
        shop.faults().add(FaultRule.status(503));
        shop.faults().clear();
        assertEquals(200, caller.get("orders").statusCode());
    }
}
