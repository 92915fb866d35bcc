package io.kontor.kar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A module in Karaf's own archive layout: the feature's description and its bundles, each at its place in a Maven
 * repository. The same bundles give the same bytes, so an archive's checksum changes only with its content.
 */
final class Kar {

    private static final Pattern BUNDLE =
            Pattern.compile("<bundle[^>]*>\\s*mvn:([^/\\s]+)/([^/\\s]+)/([^/<\\s]+)\\s*</bundle>");
    private static final String MANIFEST = "Manifest-Version: 1.0\r\nKaraf-Feature-Start: false\r\n\r\n";
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** Finds the file of a bundle by its Maven coordinates. */
    interface Bundles {
        Path file(String group, String artifact, String version) throws IOException;
    }

    private final SortedMap<String, byte[]> entries = new TreeMap<>();

    private Kar() {}

    /**
     * @param feature the feature's description, with its versions filled in
     * @param place where the description stands, for example {@code io/kontor/kontor-order/1.0/kontor-order-1.0-features.xml}
     */
    static Kar of(String feature, String place, Bundles bundles) throws IOException {
        Kar kar = new Kar();
        kar.entries.put("repository/" + place, feature.getBytes(StandardCharsets.UTF_8));
        Matcher bundle = BUNDLE.matcher(feature);
        while (bundle.find()) {
            String artifact = bundle.group(2);
            String version = bundle.group(3);
            String path = bundle.group(1).replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-"
                    + version + ".jar";
            Path file = bundles.file(bundle.group(1), artifact, version);
            kar.entries.put("repository/" + path, Files.readAllBytes(file));
        }
        if (kar.entries.size() == 1) {
            throw new IOException("The feature names no bundle mvn:<group>/<artifact>/<version>");
        }
        return kar;
    }

    void write(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, "META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(SOME_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
