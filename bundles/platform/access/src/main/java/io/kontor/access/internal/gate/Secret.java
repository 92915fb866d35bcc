package io.kontor.access.internal.gate;

import io.kontor.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The SHA-256 of a random 256-bit token: all that the database knows of it. A fast hash is enough, because such a token
 * cannot be guessed.
 *
 * @param hash 32 bytes
 */
public record Secret(byte[] hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 200;

    /** A new token. */
    public static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static Secret of(String token) {
        return new Secret(Sha256.of(token.length() > LONGEST_TOKEN ? "" : token));
    }

    /** What the pages of a session send back with every change: known only to who knows the session's token. */
    public static String csrf(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of("csrf:" + token));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(hash, secret.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** Never the hash: a record's text may end in a log. */
    @Override
    public String toString() {
        return "Secret";
    }
}
