package io.kontor.modules.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.TestKar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedPublishersTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private Path trusted;
    private TrustedPublishers publishers;

    @BeforeEach
    void open() throws IOException {
        trusted = Files.createDirectory(folder.resolve("trusted"));
        publishers = new TrustedPublishers(trusted, Clock.systemUTC());
    }

    @Test
    void whatATrustedPublisherSignedIsTrustedForAsLongAsItsCertificateIsThere() throws Exception {
        Path kar = signed("alice");
        assertEquals(Optional.empty(), signer(kar));
        Path certificate = trust("alice");
        assertEquals(Optional.of("CN=alice"), signer(kar));
        Files.delete(certificate);
        assertEquals(Optional.empty(), signer(kar));
    }

    @Test
    void anotherPublisherOfTheSameNameIsNotTrusted() throws Exception {
        trust("alice");
        Files.delete(folder.resolve("alice.p12"));
        assertEquals(Optional.empty(), signer(signed("alice")));
    }

    @Test
    void anExpiredPublisherIsNotTrusted() throws Exception {
        Path kar = signed("alice");
        trust("alice");
        publishers = new TrustedPublishers(trusted, Clock.offset(Clock.systemUTC(), Duration.ofDays(4000)));
        assertEquals(Optional.empty(), signer(kar));
    }

    @Test
    void anEntryThatWasAddedAfterwardsTakesTheSignatureAway() throws Exception {
        Path kar = signed("alice");
        trust("alice");
        Path more = folder.resolve("more.kar");
        copy(kar, more, "", "extra.txt");
        assertEquals(Optional.empty(), signer(more));
    }

    @Test
    void anEntryThatWasChangedAfterwardsIsRefused() throws Exception {
        Path kar = signed("alice");
        Path changed = folder.resolve("changed.kar");
        copy(kar, changed, "note.txt", "");
        KontorException broken = assertThrows(KontorException.class, () -> ArchiveReader.open(changed));
        assertEquals("modules.signature", ((Reason) broken.arguments().get("reason")).code());
    }

    @Test
    void whatIsNotSignedIsNotTrusted() throws Exception {
        trust("alice");
        assertEquals(Optional.empty(), signer(TestKar.of("deal", "1").write(folder, "plain.kar")));
    }

    private Optional<String> signer(Path kar) throws IOException {
        return publishers.among(ArchiveReader.open(kar).archive().signers());
    }

    private Path signed(String name) throws Exception {
        KeyStore.PrivateKeyEntry key = key(name);
        Path plain = TestKar.of("deal", "1")
                .entry("note.txt", "a note".getBytes(StandardCharsets.UTF_8))
                .write(folder, "plain.kar");
        Path signed = folder.resolve(name + ".kar");
        try (ZipFile zip = new ZipFile(plain.toFile());
                OutputStream target = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).signerName("KONTOR").build().sign(zip, target);
        }
        return signed;
    }

    private Path trust(String name) throws Exception {
        Certificate certificate = key(name).getCertificate();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(trusted.resolve(name + ".pem"), pem);
    }

    private KeyStore.PrivateKeyEntry key(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        if (!Files.exists(file)) {
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process made = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + name,
                            "-validity",
                            "3650",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, made.waitFor());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD);
        }
        return (KeyStore.PrivateKeyEntry) store.getEntry(name, new KeyStore.PasswordProtection(PASSWORD));
    }

    /** Copies an archive with one entry changed, or one added. */
    private static void copy(Path from, Path to, String changed, String added) throws IOException {
        try (ZipInputStream source = new ZipInputStream(Files.newInputStream(from));
                ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = source.readAllBytes();
                target.write(entry.getName().equals(changed) ? "another".getBytes(StandardCharsets.UTF_8) : content);
                target.closeEntry();
            }
            if (!added.isEmpty()) {
                target.putNextEntry(new ZipEntry(added));
                target.closeEntry();
            }
        }
    }
}
