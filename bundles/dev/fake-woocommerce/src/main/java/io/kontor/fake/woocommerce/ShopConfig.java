package io.kontor.fake.woocommerce;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a fake shop is set up. Immutable: start from {@link #local()} and change what matters.
 *
 * @param host the name or address that the shop believes to have; signatures are made over it
 * @param port the port of the plain listener, 0 for a free one
 * @param tls the second, encrypted listener
 * @param zone the zone of the site-local dates
 * @param currency the shop's own currency, ISO 4217
 * @param time where the shop's clock starts from; it can be moved later through {@link ShopClock}
 * @param consumerKey the REST key, generated when empty
 * @param consumerSecret the REST secret, generated when empty
 * @param httpCallbacks whether {@code /wc-auth} accepts a callback over plain HTTP, which the real shop refuses
 * @param trustAnyCertificate whether deliveries and callbacks accept a self-signed certificate
 * @param control whether {@code /_fake/} answers
 * @param pingDelay how long after the creation of a webhook its ping is sent
 * @param seed what names, keys and histories are derived from
 */
public record ShopConfig(
        String host,
        int port,
        Optional<Tls> tls,
        ZoneId zone,
        String currency,
        Clock time,
        Optional<String> consumerKey,
        Optional<String> consumerSecret,
        boolean httpCallbacks,
        boolean trustAnyCertificate,
        boolean control,
        Duration pingDelay,
        long seed) {

    /**
     * The encrypted listener.
     *
     * @param port 0 for a free one
     * @param keyStore a PKCS#12 file; a self-signed certificate is generated when empty
     * @param password of the key store
     */
    public record Tls(int port, Optional<Path> keyStore, String password) {}

    /** A shop on a free loopback port that sells in euro and lives in Berlin. */
    public static ShopConfig local() {
        return new ShopConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                "EUR",
                Clock.systemUTC(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                true,
                Duration.ofMillis(300),
                1);
    }

    /** The same on another address; port 0 takes a free one. */
    public ShopConfig at(String newHost, int newPort) {
        return copy(newHost, newPort, tls, zone, currency, time, consumerKey, consumerSecret);
    }

    /** The same with an encrypted listener on a free port and a generated certificate. */
    public ShopConfig withTls() {
        return withTls(new Tls(0, Optional.empty(), "changeit"));
    }

    /** The same with this encrypted listener. */
    public ShopConfig withTls(Tls newTls) {
        return copy(host, port, Optional.of(newTls), zone, currency, time, consumerKey, consumerSecret);
    }

    /** The same in another zone. */
    public ShopConfig in(ZoneId newZone) {
        return copy(host, port, tls, newZone, currency, time, consumerKey, consumerSecret);
    }

    /** The same with another currency of its own. */
    public ShopConfig selling(String newCurrency) {
        return copy(host, port, tls, zone, newCurrency, time, consumerKey, consumerSecret);
    }

    /** The same on this clock. */
    public ShopConfig on(Clock newTime) {
        return copy(host, port, tls, zone, currency, newTime, consumerKey, consumerSecret);
    }

    /** The same with these REST keys. */
    public ShopConfig keyed(String key, String secret) {
        return copy(host, port, tls, zone, currency, time, Optional.of(key), Optional.of(secret));
    }

    /** The same, less strict: callbacks over plain HTTP and any certificate, as a test needs them. */
    public ShopConfig lenient() {
        return new ShopConfig(
                host,
                port,
                tls,
                zone,
                currency,
                time,
                consumerKey,
                consumerSecret,
                true,
                true,
                control,
                pingDelay,
                seed);
    }

    /** The same with or without {@code /_fake/}. */
    public ShopConfig controlled(boolean open) {
        return new ShopConfig(
                host,
                port,
                tls,
                zone,
                currency,
                time,
                consumerKey,
                consumerSecret,
                httpCallbacks,
                trustAnyCertificate,
                open,
                pingDelay,
                seed);
    }

    /** The same with other random numbers. */
    public ShopConfig seeded(long newSeed) {
        return new ShopConfig(
                host,
                port,
                tls,
                zone,
                currency,
                time,
                consumerKey,
                consumerSecret,
                httpCallbacks,
                trustAnyCertificate,
                control,
                pingDelay,
                newSeed);
    }

    private ShopConfig copy(
            String newHost,
            int newPort,
            Optional<Tls> newTls,
            ZoneId newZone,
            String newCurrency,
            Clock newTime,
            Optional<String> key,
            Optional<String> secret) {
        return new ShopConfig(
                newHost,
                newPort,
                newTls,
                newZone,
                newCurrency,
                newTime,
                key,
                secret,
                httpCallbacks,
                trustAnyCertificate,
                control,
                pingDelay,
                seed);
    }
}
