package io.kontor.woocommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WooJsonTest {

    private final WooJson json = new WooJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 5}",
                "\ufeff{\"id\": 5}",
                "\n\n {\"id\": 5}\n",
                "<p>Notice: undefined {index} in <b>x.php</b></p>\n{\"id\": 5}",
                "<br />\nWarning: a[0] is deprecated in /www/a.php on line 3<br />{\"id\": 5}"
            })
    void theDocumentIsFoundBehindWhatPluginsPrint(String body) {
        assertEquals(
                5, json.read(body.getBytes(StandardCharsets.UTF_8)).path("id").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "<html><body>{ }</body></html>", "{\"id\": 5", "[1, 2", "\"text\"", "{\"a\":1,}"})
    void whatIsNoDocumentIsUnreadable(String body) {
        assertThrows(Unreadable.class, () -> json.read(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theIdIsReadWithoutTheRest() {
        byte[] nested = "{\"meta\": {\"id\": 1}, \"id\": 7, \"x\":".getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.of("7"), json.id(nested));
        assertEquals(Optional.empty(), json.id("webhook".getBytes(StandardCharsets.UTF_8)));
    }
}
