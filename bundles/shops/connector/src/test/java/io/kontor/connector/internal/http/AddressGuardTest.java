package io.kontor.connector.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.connector.ConnectorError;
import io.kontor.kernel.KontorException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::7f00:1"
            })
    void addressesInsideTheHouseAreRecognised(String address) throws UnknownHostException {
        assertTrue(AddressGuard.isInside(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111"})
    void addressesOfTheWorldAreNot(String address) throws UnknownHostException {
        assertFalse(AddressGuard.isInside(InetAddress.getByName(address)));
    }

    @Test
    void aNameThatAlsoLeadsInsideIsRefused() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        AddressGuard guard = new AddressGuard(Set::of, host -> both);
        KontorException refused =
                assertThrows(KontorException.class, () -> guard.addresses(URI.create("https://shop.example/wp-json")));
        assertEquals(ConnectorError.ADDRESS_FORBIDDEN, refused.error());
    }

    @Test
    void onlyTheHostAndPortThatTheOperatorNamedAreAllowedInside() throws UnknownHostException {
        InetAddress[] inside = {InetAddress.getByName("10.0.0.1")};
        AddressGuard guard = new AddressGuard(() -> Set.of("shop.local:8080"), host -> inside);
        assertEquals(1, guard.addresses(URI.create("http://Shop.local:8080/x")).size());
        assertThrows(KontorException.class, () -> guard.addresses(URI.create("http://shop.local:8081/x")));
        assertThrows(KontorException.class, () -> guard.addresses(URI.create("http://shop.local/x")));
    }
}
