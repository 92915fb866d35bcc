package io.kontor.woocommerce.internal;

import io.kontor.connector.ShopAccount;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;

/**
 * What an account says about its shop.
 *
 * @param home the shop's address without a slash at the end
 * @param zone what its local dates are in
 * @param currency what its prices are in, once {@code probe} has found out
 */
record WooConfig(URI home, ZoneId zone, Optional<Currency> currency) {

    static final String KEY = "consumerKey";
    static final String SECRET = "consumerSecret";
    static final String ZONE = "zone";
    static final String CURRENCY = "currency";

    static WooConfig of(ShopAccount account) {
        return new WooConfig(
                account.url(),
                account.setting(ZONE).flatMap(WooConfig::zone).orElse(ZoneOffset.UTC),
                account.setting(CURRENCY).flatMap(WooConfig::currency));
    }

    /** A zone's name or an offset such as {@code +03:00}. */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean encrypted() {
        return "https".equals(home.getScheme());
    }
}
