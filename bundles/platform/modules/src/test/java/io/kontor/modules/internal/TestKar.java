package io.kontor.modules.internal;

import io.kontor.modules.internal.archive.ArchiveReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of modules that are nothing but manifests. */
public final class TestKar {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final StringBuilder feature = new StringBuilder("<features><feature name=\"test\">");
    private String description = "";

    public static TestKar empty() {
        return new TestKar();
    }

    /** A module of one bundle. */
    public static TestKar of(String module, String version, String... headers) {
        return empty().bundle("io.kontor." + module, version, headers);
    }

    /** Adds a bundle; headers are {@code Name: value}. */
    public TestKar bundle(String symbolicName, String version, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-SymbolicName", symbolicName);
        all.put("Bundle-Version", version);
        for (String header : headers) {
            int colon = header.indexOf(": ");
            all.put(header.substring(0, colon), header.substring(colon + 2));
        }
        return jar(symbolicName.substring(symbolicName.lastIndexOf('.') + 1), version, jar(all));
    }

    /** Adds a file as if it were a bundle. */
    public TestKar jar(String artifact, String version, byte[] content) {
        feature.append("<bundle>mvn:test/")
                .append(artifact)
                .append('/')
                .append(version)
                .append("</bundle>");
        return entry("repository/test/" + artifact + "/" + version + "/" + artifact + "-" + version + ".jar", content);
    }

    public TestKar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Another text in the place of the feature's description. */
    public TestKar described(String xml) {
        description = xml;
        return this;
    }

    public byte[] bytes() {
        String xml = description.isEmpty() ? feature + "</feature></features>" : description;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            add(zip, "repository/test-features.xml", xml.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    public Path write(Path folder, String name) {
        try {
            return Files.write(folder.resolve(name), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the engine reads it. */
    public ArchiveReader.Opened open() {
        try {
            Path file = Files.createTempFile("test", ".kar");
            try {
                Files.write(file, bytes());
                return ArchiveReader.open(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jar(Map<String, String> headers) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(file)) {
            manifest.write(head);
            add(jar, "META-INF/MANIFEST.MF", head.toByteArray());
            add(jar, "content.txt", headers.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
