package io.kontor.it.modules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** A publisher of modules with a certificate, who signs as {@code jarsigner} does. */
final class SignedKar {
    private static final char[] PASSWORD = "changeit-soon".toCharArray();

    private final PrivateKeyEntry key;

    private SignedKar(PrivateKeyEntry key) {
        this.key = key;
    }

    /** Makes a key and its certificate, in a folder of their own. */
    static SignedKar publisher(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = Files.createTempDirectory("kontor-publisher").resolve("publisher.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "publisher",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool ended with " + made.exitValue());
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        return new SignedKar((PrivateKeyEntry) keys.getEntry("publisher", new KeyStore.PasswordProtection(PASSWORD)));
    }

    /** The certificate, as an operator would save it among those that are trusted. */
    String certificate() throws GeneralSecurityException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getCertificate().getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }

    Kar sign(Kar kar) throws IOException {
        Path file = Files.createTempFile("kontor-unsigned", ".kar");
        try {
            Files.write(file, kar.bytes());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                new JarSigner.Builder(key).build().sign(zip, out);
            }
            return new Kar(kar.module(), kar.version(), out.toByteArray());
        } finally {
            Files.delete(file);
        }
    }

    /** The same archive with one byte more in one of its files. */
    static Kar altered(Kar signed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(signed.bytes()));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(copy);
                if (entry.getName().endsWith("-features.xml")) {
                    copy.write('\n');
                }
                copy.closeEntry();
            }
        }
        return new Kar(signed.module(), signed.version(), out.toByteArray());
    }
}
