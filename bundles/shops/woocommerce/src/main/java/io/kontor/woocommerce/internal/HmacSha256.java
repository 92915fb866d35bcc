package io.kontor.woocommerce.internal;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 180-4) over raw bytes. */
final class HmacSha256 {

    private static final String NAME = "HmacSHA256";

    private HmacSha256() {}

    /** @param secret not empty */
    static byte[] of(byte[] bytes, String secret) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(WooMapper.utf8(secret), NAME));
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + NAME, e);
        }
    }
}
