package io.kontor.it.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that are no module, each for another reason; the key says which. */
final class BrokenKars {
    private static final String MODULE = "broken";
    private static final String VERSION = "1.0.0";
    private static final int BOMB = 140 << 20;

    private BrokenKars() {}

    static Map<String, byte[]> all() throws IOException {
        byte[] whole = SampleKars.first().bytes();
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("empty", new byte[0]);
        all.put("no archive", "This is no archive.".getBytes(StandardCharsets.UTF_8));
        all.put("truncated", Arrays.copyOf(whole, whole.length / 2));
        all.put("no feature.xml", archive(Map.of(jarName(MODULE), bundle(MODULE))));
        all.put("a feature without its bundle", archive(Map.of(featureName(MODULE), Kar.feature(MODULE, VERSION))));
        all.put("a bundle that is no bundle", archive(entries(MODULE, "no jar".getBytes(StandardCharsets.UTF_8))));
        all.put("zip bomb", archive(entries(MODULE, new byte[BOMB])));
        all.put("an entry above its folder", with("../../../outside.txt", "climbed out"));
        all.put("an absolute entry", with("/tmp/kontor-outside.txt", "climbed out"));
        all.put("XML with a DTD", document("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE features [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                <features name="&file;" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="kontor-broken" version="1.0.0">
                    <bundle>mvn:io.kontor/kontor-broken/1.0.0</bundle>
                  </feature>
                </features>
                """));
        all.put("XML that is none", document("<features><feature>"));
        all.put("two modules", twoModules());
        return all;
    }

    /** Calls itself as a bundle of the base is called. */
    static byte[] baseBundle() throws IOException {
        return BundleMaker.of("kernel", "9.0.0")
                .containing("io.kontor.hostile.throwing")
                .kar()
                .bytes();
    }

    private static byte[] twoModules() throws IOException {
        Map<String, byte[]> both = entries(MODULE, bundle(MODULE));
        both.putAll(entries("second", bundle("second")));
        return archive(both);
    }

    private static byte[] document(String feature) throws IOException {
        Map<String, byte[]> entries = entries(MODULE, bundle(MODULE));
        entries.put(featureName(MODULE), feature.getBytes(StandardCharsets.UTF_8));
        return archive(entries);
    }

    private static byte[] with(String entry, String text) throws IOException {
        Map<String, byte[]> entries = entries(MODULE, bundle(MODULE));
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        return archive(entries);
    }

    private static byte[] archive(Map<String, byte[]> entries) throws IOException {
        return Kar.zip(entries);
    }

    private static Map<String, byte[]> entries(String module, byte[] jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(featureName(module), Kar.feature(module, VERSION));
        entries.put(jarName(module), jar);
        return entries;
    }

    private static byte[] bundle(String module) throws IOException {
        return BundleMaker.of(module, VERSION)
                .containing("io.kontor.hostile.leaking")
                .bundle();
    }

    private static String jarName(String module) {
        return Kar.folder(module, VERSION) + "kontor-" + module + "-" + VERSION + ".jar";
    }

    private static String featureName(String module) {
        return Kar.folder(module, VERSION) + "kontor-" + module + "-" + VERSION + "-features.xml";
    }
}
