package io.kontor.access.internal.user;

import io.kontor.access.AccessError;
import io.kontor.kernel.KontorException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.credential.CredentialsMatcher;
import org.apache.shiro.crypto.hash.AbstractCryptHash;
import org.apache.shiro.crypto.hash.Hash;
import org.apache.shiro.crypto.hash.HashRequest;
import org.apache.shiro.crypto.hash.HashSpi;
import org.apache.shiro.crypto.hash.SimpleHashRequest;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider.Parameters;
import org.apache.shiro.lang.util.ByteSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes passwords with argon2id, 19 MiB, two passes, one lane (the least that OWASP's Password Storage Cheat Sheet
 * names), and at most two at a time, so that many log-ins at once cannot fill the memory.
 */
@Component(service = Passwords.class)
public final class Passwords implements CredentialsMatcher {

    /** The fewest characters of a password. */
    public static final int LEAST_CHARACTERS = 10;

    /** The most bytes of a password in UTF-8. */
    public static final int MOST_BYTES = 256;

    private static final String ALGORITHM = "argon2id";
    private static final HashSpi HASHES = new Argon2HashProvider();
    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final Map<String, Object> COST = Map.of(
            Parameters.PARAMETER_ALGORITHM_NAME, ALGORITHM,
            Parameters.PARAMETER_MEMORY_KIB, "19456",
            Parameters.PARAMETER_ITERATIONS, "2",
            Parameters.PARAMETER_PARALLELISM, "1");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final String nobodys;

    @Activate
    public Passwords() {
        this.nobodys = generate("nobody's password");
    }

    /**
     * Checks and hashes a new password.
     *
     * @throws KontorException if it is too short, too long, or the e-mail
     */
    public String hash(String password, String email) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            throw weak(AccessError.PASSWORD_SHORT, Map.of("field", "password", "least", LEAST_CHARACTERS));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw weak(AccessError.PASSWORD_LONG, Map.of("field", "password", "most", MOST_BYTES));
        }
        if (Account.key(password).equals(Account.key(email))) {
            throw weak(AccessError.PASSWORD_IS_EMAIL, Map.of("field", "password"));
        }
        return taking(() -> generate(password));
    }

    /** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
    String nobodys() {
        return nobodys;
    }

    @Override
    public boolean doCredentialsMatch(AuthenticationToken token, AuthenticationInfo info) {
        String password = String.valueOf((char[]) token.getCredentials());
        String hash = String.valueOf(info.getCredentials());
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return false;
        }
        Hash known = HASHES.fromString(hash);
        return taking(() -> known.matchesPassword(ByteSource.Util.bytes(password)));
    }

    private String generate(String password) {
        HashRequest request = new SimpleHashRequest(ALGORITHM, ByteSource.Util.bytes(password), null, COST);
        return ((AbstractCryptHash) HASHES.newHashFactory(random).generate(request)).formatToCryptString();
    }

    private <T> T taking(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new KontorException(AccessError.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KontorException(AccessError.BUSY, Map.of(), e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static KontorException weak(AccessError error, Map<String, Object> arguments) {
        return new KontorException(error, arguments);
    }
}
