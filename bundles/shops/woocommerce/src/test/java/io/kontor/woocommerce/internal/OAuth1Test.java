package io.kontor.woocommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OAuth1Test {

    /** The example of RFC 5849, section 3.4.1.1. */
    @Test
    void theBaseStringIsThatOfTheStandard() {
        String text = OAuth1.baseString(
                "POST",
                URI.create("http://example.com:80/request"),
                List.of(
                        new OAuth1.Parameter("b5", "=%3D"),
                        new OAuth1.Parameter("a3", "a"),
                        new OAuth1.Parameter("c@", ""),
                        new OAuth1.Parameter("a2", "r b"),
                        new OAuth1.Parameter("oauth_consumer_key", "9djdj82h48djs9d2"),
                        new OAuth1.Parameter("oauth_token", "kkk9d7dh3k39sjv7"),
                        new OAuth1.Parameter("oauth_signature_method", "HMAC-SHA1"),
                        new OAuth1.Parameter("oauth_timestamp", "137131201"),
                        new OAuth1.Parameter("oauth_nonce", "7d8f3e4a"),
                        new OAuth1.Parameter("c2", ""),
                        new OAuth1.Parameter("a3", "2 q")));
        assertEquals(
                "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                        + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                        + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
                        + "%26oauth_token%3Dkkk9d7dh3k39sjv7",
                text);
    }

    @Test
    void theSignatureIsTheLastParameterAndTheSecretNeverTravels() {
        String query = new OAuth1("ck_1", "cs_secret")
                .sign(
                        "GET",
                        URI.create("http://shop.example:8080/wp-json/wc/v3/orders"),
                        List.of(new OAuth1.Parameter("page", "1")),
                        "n1",
                        Instant.ofEpochSecond(1_700_000_000));
        assertTrue(query.startsWith("page=1&oauth_consumer_key=ck_1&oauth_nonce=n1"), query);
        assertTrue(query.endsWith("&oauth_signature=" + query.split("oauth_signature=")[1]), query);
        assertTrue(!query.contains("cs_secret"));
    }
}
