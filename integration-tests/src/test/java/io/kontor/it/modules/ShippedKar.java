package io.kontor.it.modules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A module that came with the distribution, as the next build of it would make it: the same with another version. */
final class ShippedKar {
    private static final String VERSION_HEADER = "Bundle-Version";

    private final String module;
    private final byte[] bytes;

    private ShippedKar(String module, byte[] bytes) {
        this.module = module;
        this.bytes = bytes;
    }

    /** The one in the distribution's folder {@code modules}. */
    static ShippedKar of(Path home, String module) throws IOException {
        return new ShippedKar(module, Files.readAllBytes(home.resolve("modules").resolve(module + ".kar")));
    }

    /** All bundles and the feature have this version. */
    Kar withVersion(String version) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!entry.isDirectory() && !name.startsWith("META-INF/")) {
                    entries.put(name, changed(name, zip.readAllBytes(), version));
                }
            }
        }
        return new Kar(module, version, Kar.zip(entries));
    }

    private static byte[] changed(String name, byte[] content, String version) throws IOException {
        if (name.endsWith(".jar")) {
            return bundle(content, version);
        }
        if (name.endsWith(".xml")) {
            return new String(content, StandardCharsets.UTF_8)
                    .replaceAll("(<feature name=\"[^\"]*\" version=\")[^\"]*\"", "$1" + version + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return content;
    }

    private static byte[] bundle(byte[] jar, String version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue(VERSION_HEADER, version);
            try (JarOutputStream copy = new JarOutputStream(out, manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(copy);
                    copy.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }
}
