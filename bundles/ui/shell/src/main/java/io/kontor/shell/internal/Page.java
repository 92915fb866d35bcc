package io.kontor.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The one HTML page with the policy that was built for it.
 *
 * @param tag its entity tag
 * @param policy the Content-Security-Policy that names the hashes of the page's own scripts
 */
record Page(String tag, String policy) {

    static final String NAME = "page.html";
    private static final String POLICY = "policy.txt";

    /** Reads both, once: they change only with the bundle. */
    static Page of(Files files) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes(files, NAME));
        String tag = "\"" + HexFormat.of().toHexDigits((int) sum.getValue()) + "\"";
        return new Page(tag, new String(bytes(files, POLICY), StandardCharsets.UTF_8).strip());
    }

    private static byte[] bytes(Files files, String name) throws IOException {
        URL url = files.find(name)
                .orElseThrow(() -> new IOException("The bundle was built without its web pages: no " + name));
        try (InputStream content = url.openStream()) {
            return content.readAllBytes();
        }
    }
}
