package io.kontor.it.modules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A module as one file, in Karaf's layout: what the build makes of each module of the product, made here of others.
 *
 * @param module its one word
 * @param version as its bundle has it
 */
record Kar(String module, String version, byte[] bytes) {

    /** One bundle and the feature that names it. */
    static Kar of(String module, String version, byte[] bundle) throws IOException {
        String folder = folder(module, version);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(folder + "kontor-" + module + "-" + version + "-features.xml", feature(module, version));
        entries.put(folder + "kontor-" + module + "-" + version + ".jar", bundle);
        return new Kar(module, version, zip(entries));
    }

    /** Where Karaf looks for what belongs to a module. */
    static String folder(String module, String version) {
        return "repository/io/kontor/kontor-" + module + "/" + version + "/";
    }

    static byte[] feature(String module, String version) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <features name="kontor-%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="kontor-%1$s" version="%2$s">
                    <bundle start-level="80">mvn:io.kontor/kontor-%1$s/%2$s</bundle>
                  </feature>
                </features>
                """.formatted(module, version).getBytes(StandardCharsets.UTF_8);
    }

    /** An archive with a manifest and these entries, in this order. */
    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Karaf-Feature-Start", "false");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            manifest.write(zip);
            zip.closeEntry();
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
