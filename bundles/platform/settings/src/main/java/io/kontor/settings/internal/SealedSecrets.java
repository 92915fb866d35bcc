package io.kontor.settings.internal;

import io.kontor.kernel.KontorException;
import io.kontor.settings.KeyedSecrets;
import io.kontor.settings.Secrets;
import io.kontor.settings.SettingsError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** AES-256-GCM; the sealed form is one byte of format, four of key number, twelve of nonce, ciphertext and tag. */
@Component(
        service = {Secrets.class, KeyedSecrets.class},
        configurationPid = "io.kontor.settings")
@Designate(ocd = SealedSecrets.Config.class)
public final class SealedSecrets implements KeyedSecrets {

    /** Node settings, {@code etc/io.kontor.settings.cfg}. */
    @ObjectClassDefinition(name = "Settings")
    public @interface Config {
        @AttributeDefinition(description = "The key file; empty for kontor.key in the folder of the node settings")
        String keyFile() default "";
    }

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final KeyFile keys;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public SealedSecrets(BundleContext context, Config config) throws IOException {
        this(
                config.keyFile().isEmpty()
                        ? Path.of(String.valueOf(context.getProperty("karaf.etc")), "kontor.key")
                        : Path.of(config.keyFile()));
    }

    SealedSecrets(Path keyFile) throws IOException {
        this(KeyFile.open(keyFile));
    }

    SealedSecrets(KeyFile keys) {
        this.keys = keys;
    }

    @Override
    public SortedMap<Integer, String> fingerprints() {
        return keys.fingerprints();
    }

    @Override
    public byte[] seal(String plain, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        int number = keys.newest();
        byte[] header =
                ByteBuffer.allocate(HEADER_BYTES).put(FORMAT).putInt(number).array();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.key(number).orElseThrow(), nonce, header, purpose);
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(HEADER_BYTES + NONCE_BYTES + sealed.length)
                    .put(header)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    @Override
    public String open(byte[] sealed, String purpose) {
        if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] != FORMAT) {
            throw unreadable(null);
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] header = new byte[HEADER_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] text = new byte[sealed.length - HEADER_BYTES - NONCE_BYTES];
        parts.get(header).get(nonce).get(text);
        int number = ByteBuffer.wrap(header).getInt(1);
        SecretKey key = keys.key(number).orElseThrow(() -> unreadable(null));
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, header, purpose).doFinal(text);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw unreadable(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static KontorException unreadable(@org.jspecify.annotations.Nullable Throwable cause) {
        return new KontorException(SettingsError.SECRET_UNREADABLE, Map.of(), cause);
    }
}
