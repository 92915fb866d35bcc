package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Pattern SIGNATURE = Pattern.compile("(?mi)^X-WC-Webhook-Signature: (\\S+)");

    @Test
    void aKnownBodyHasAKnownSignature() {
        // printf '{"id":1}' | openssl dgst -sha256 -hmac secret -binary | base64
        byte[] body = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        assertEquals("A971iWIMgT8Zj9A9eWfikrFj7wQ16/Qwcc4OlRl2PLc=", Signature.webhook(body, "secret"));
    }

    @Test
    void recordedDeliveriesAreSignedTheSameWay() throws Exception {
        Optional<Path> samples = samples();
        assumeTrue(samples.isPresent(), "no folder shared/samples/woocommerce beside the checkout: skipped");
        Path folder = samples.orElseThrow();
        int checked =
                check(folder.resolve("signed-deliveries"), "woo-test-secret") + check(folder.resolve("live"), "s3cr3t");
        assertTrue(checked > 0, "no signed sample in " + folder);
    }

    /** Real documents stand beside the checkout where they are at hand; they are no part of it. */
    private static Optional<Path> samples() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/samples/woocommerce"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static int check(Path folder, String secret) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt")).toList();
        }
        int checked = 0;
        for (Path file : files) {
            byte[] raw = Files.readAllBytes(file);
            String text = new String(raw, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            int end = text.indexOf("\n\n");
            Matcher signature = SIGNATURE.matcher(text.substring(0, end));
            if (signature.find()) {
                byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                byte[] body = Arrays.copyOfRange(bytes, end + 2, bytes.length);
                assertEquals(signature.group(1), Signature.webhook(body, secret), file.toString());
                checked++;
            }
        }
        return checked;
    }
}
