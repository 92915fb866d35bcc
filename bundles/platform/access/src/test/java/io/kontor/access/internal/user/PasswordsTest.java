package io.kontor.access.internal.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.AccessError;
import io.kontor.kernel.KontorException;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String EMAIL = "ann@example.org";

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordIsHashedWithTheAgreedCost() {
        String hash = passwords.hash("correct horse", EMAIL);
        assertTrue(hash.startsWith("$argon2id$v=19$t=2,m=19456,p=1$"), hash);
        assertTrue(matches("correct horse", hash));
        assertFalse(matches("correct Horse", hash));
        assertFalse(hash.equals(passwords.hash("correct horse", EMAIL)), "each hash has its own salt");
    }

    @Test
    void nobodysPasswordCostsAsMuchAndNeverMatchesByAccident() {
        assertTrue(passwords.nobodys().startsWith("$argon2id$v=19$t=2,m=19456,p=1$"));
        assertFalse(matches("", passwords.nobodys()));
    }

    @Test
    void charactersAreCountedNotBytes() {
        assertError(AccessError.PASSWORD_SHORT, "деньги123");
        assertTrue(matches("деньги1234", passwords.hash("деньги1234", EMAIL)));
    }

    @Test
    void aPasswordThatWouldBeCutOffIsRefused() {
        assertError(AccessError.PASSWORD_LONG, "x".repeat(257));
        assertFalse(matches("x".repeat(300), passwords.nobodys()));
    }

    @Test
    void theEmailIsNoPassword() {
        assertError(AccessError.PASSWORD_IS_EMAIL, "ANN@example.org");
    }

    private void assertError(AccessError expected, String password) {
        KontorException refused = assertThrows(KontorException.class, () -> passwords.hash(password, EMAIL));
        assertEquals(expected, refused.error());
        assertEquals("password", refused.arguments().get("field"));
        assertFalse(String.valueOf(refused.getMessage()).contains(password));
    }

    private boolean matches(String password, String hash) {
        return passwords.doCredentialsMatch(
                new UsernamePasswordToken(EMAIL, password), new SimpleAuthenticationInfo(EMAIL, hash, "test"));
    }
}
