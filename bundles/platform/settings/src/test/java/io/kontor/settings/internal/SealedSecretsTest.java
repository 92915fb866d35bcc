package io.kontor.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.kernel.KontorException;
import io.kontor.settings.SettingsError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("kontor.key");
    }

    @Test
    void aSecretOpensForItsPurposeAlone() throws IOException {
        SealedSecrets secrets = new SealedSecrets(file);
        byte[] sealed = secrets.seal("ck_1 ключ", "connector:1");
        assertEquals("ck_1 ключ", secrets.open(sealed, "connector:1"));
        assertUnreadable(secrets, sealed, "connector:2");
    }

    @Test
    void aKeyFileIsToldByItsFingerprintsWithoutShowingAKey() throws IOException {
        SealedSecrets secrets = new SealedSecrets(file);
        var again = new KeyFileReader().read(file);
        var other = new SealedSecrets(folder.resolve("other.key"));
        assertEquals(secrets.fingerprints(), again.fingerprints());
        assertFalse(secrets.fingerprints().equals(other.fingerprints()));
        assertFalse(Files.readString(file).contains(secrets.fingerprints().get(1)));
        assertEquals("secret", again.open(secrets.seal("secret", "p"), "p"));
        assertThrows(IOException.class, () -> new KeyFileReader().read(folder.resolve("none.key")));
        assertFalse(Files.exists(folder.resolve("none.key")));
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        SealedSecrets secrets = new SealedSecrets(file);
        byte[] sealed = secrets.seal("secret", "p");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertUnreadable(secrets, changed, "p");
        }
        assertUnreadable(secrets, Arrays.copyOf(sealed, 10), "p");
    }

    @Test
    void theSameTextIsNeverSealedAlike() throws IOException {
        SealedSecrets secrets = new SealedSecrets(file);
        byte[] first = secrets.seal("secret", "p");
        assertFalse(Arrays.equals(first, secrets.seal("secret", "p")));
        assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @Test
    void theKeyFileIsReadableByItsOwnerAloneAndIsUsedAgain() throws IOException {
        byte[] sealed = new SealedSecrets(file).seal("secret", "p");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("secret", new SealedSecrets(file).open(sealed, "p"));
    }

    @Test
    void aNewKeySealsAndTheFormerStillOpens() throws IOException {
        byte[] old = new SealedSecrets(file).seal("secret", "p");
        String second = "2 " + Base64.getEncoder().encodeToString(new byte[32]) + "\n";
        Files.writeString(file, Files.readString(file) + second);
        SealedSecrets rotated = new SealedSecrets(file);
        assertEquals("secret", rotated.open(old, "p"));
        Files.writeString(file, second);
        assertEquals("new", new SealedSecrets(file).open(rotated.seal("new", "p"), "p"));
        assertUnreadable(new SealedSecrets(file), old, "p");
    }

    @Test
    void aBrokenKeyFileStopsTheStartAndIsNotOverwritten() throws IOException {
        Files.writeString(file, "1 c2hvcnQ=\n");
        IOException refused = assertThrows(IOException.class, () -> new SealedSecrets(file));
        assertTrue(refused.getMessage().contains("line 1"), refused.getMessage());
        assertFalse(refused.getMessage().contains("c2hvcnQ"));
        assertEquals("1 c2hvcnQ=\n", Files.readString(file));
    }

    private static void assertUnreadable(SealedSecrets secrets, byte[] sealed, String purpose) {
        KontorException refused = assertThrows(KontorException.class, () -> secrets.open(sealed, purpose));
        assertEquals(SettingsError.SECRET_UNREADABLE, refused.error());
    }
}
