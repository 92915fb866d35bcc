package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void theOptionsMakeTheShop() {
        ShopConfig config = Main.config(Main.options(List.of(
                "--port",
                "0",
                "--zone",
                "Asia/Tokyo",
                "--currency",
                "JPY",
                "--control",
                "--key",
                "ck_a",
                "--secret",
                "cs_b")));
        assertEquals(ZoneId.of("Asia/Tokyo"), config.zone());
        assertEquals("JPY", config.currency());
        assertEquals("ck_a", config.consumerKey().orElseThrow());
        assertTrue(config.control());
        assertFalse(config.httpCallbacks());
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Main.options(List.of("--colour", "red")));
        assertThrows(IllegalArgumentException.class, () -> Main.options(List.of("--port")));
    }
}
