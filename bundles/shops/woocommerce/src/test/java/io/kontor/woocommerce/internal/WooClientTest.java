package io.kontor.woocommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAnswer;
import io.kontor.connector.ShopHttp;
import io.kontor.kernel.KontorException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WooClientTest {

    private static final WooConfig PLAIN =
            new WooConfig(URI.create("http://shop.example"), ZoneOffset.UTC, Optional.empty());

    private final List<URI> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aSignatureThatBecameOldOnTheWayIsMadeAnew() {
        WooClient client = client(request -> {
            asked.add(request.uri());
            if (asked.size() == 1) {
                now = now.plus(Duration.ofHours(5));
                return answer(401, "{\"message\":\"Invalid timestamp.\"}");
            }
            return answer(200, "[]");
        });
        client.get("orders", List.of());
        assertEquals(2, asked.size());
        assertEquals(
                1,
                asked.stream()
                        .filter(uri -> uri.getQuery().contains("oauth_timestamp=" + now.getEpochSecond()))
                        .count());
    }

    @Test
    void keysThatAreRefusedWhileNoTimePassesAreNotTriedAgain() {
        WooClient client = client(request -> {
            asked.add(request.uri());
            return answer(401, "{\"message\":\"Consumer key is invalid.\"}");
        });
        KontorException refused = assertThrows(KontorException.class, () -> client.get("orders", List.of()));
        assertEquals(ConnectorError.KEYS_REFUSED, refused.error());
        assertEquals("Consumer key is invalid", refused.arguments().get("reason"), "it stands inside a sentence");
        assertEquals(1, asked.size());
    }

    private WooClient client(ShopHttp http) {
        return new WooClient(PLAIN, "ck", "cs", http, Documents.JSON, new Hand());
    }

    private static ShopAnswer answer(int status, String body) {
        return new ShopAnswer(status, Map.of(), WooMapper.utf8(body));
    }

    /** A clock that the test moves. */
    private final class Hand extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
