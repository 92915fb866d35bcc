package io.kontor.settings;

/**
 * Encrypts what must not be readable in the database or a backup: AES-256-GCM (NIST SP 800-38D) with the key of
 * {@code etc/kontor.key}, which never is in the data folder. An OSGi service.
 */
public interface Secrets {

    /**
     * Encrypts.
     *
     * @param purpose where the secret belongs, for example {@code connector:<account>}; opening it takes the same, so a
     *     secret copied into another row does not open there
     * @return key number, nonce, ciphertext and tag
     */
    byte[] seal(String plain, String purpose);

    /**
     * Decrypts.
     *
     * @throws io.kontor.kernel.KontorException {@code settings.secret-unreadable} if the key or the purpose is another
     *     one, or a byte was changed
     */
    String open(byte[] sealed, String purpose);
}
