package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.KontorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Shop.Example, https://shop.example",
        "https://shop.example:443/, https://shop.example",
        "http://shop.example:80/store//, http://shop.example/store",
        "https://shop.example/wp-json/wc/v3, https://shop.example",
        "https://shop.example/de/wp-admin/, https://shop.example/de",
        "http://127.0.0.1:8080, http://127.0.0.1:8080"
    })
    void oneShopHasOneAddress(String typed, String address) {
        assertEquals(address, ShopAddress.of(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://shop.example", "https://user:pw@shop.example", "https://", "a b", "file:///etc"})
    void anythingElseIsRefused(String typed) {
        assertThrows(KontorException.class, () -> ShopAddress.of(typed));
    }

    @Test
    void aLongAddressIsRefused() {
        assertThrows(KontorException.class, () -> ShopAddress.of("https://shop.example/" + "x".repeat(600)));
    }
}
