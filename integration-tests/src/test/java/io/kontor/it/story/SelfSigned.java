package io.kontor.it.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for this machine's loopback address, made by the JDK's own tool. */
final class SelfSigned {
    static final String PASSWORD = "changeit";

    private SelfSigned() {}

    /** The PKCS#12 file. */
    static Path keyStore() {
        try {
            Path store = Files.createTempDirectory("kontor-tls").resolve("kontor.p12");
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "kontor",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            if (made.waitFor() != 0) {
                throw new IOException("keytool ended with " + made.exitValue());
            }
            return store;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
