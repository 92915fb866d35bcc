package io.kontor.backup.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kontor.backup.internal.Manifest.DatabaseContent;
import io.kontor.backup.internal.Manifest.FileContent;
import io.kontor.backup.internal.Manifest.TableContent;
import io.kontor.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that is read: found whole by its seal, then every entry compared with the manifest. */
final class Archive implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Trouble if it is no backup, not complete, damaged, or of a format that is not known here */
    static Archive open(Path file, Progress progress) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw new Trouble(file + " cannot be read by this account.");
        }
        Seal.check(file, progress);
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new Archive(file, zip, manifest(file, zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads everything once. */
    void verify(Progress progress) throws IOException {
        for (DatabaseContent database : manifest.databases()) {
            for (TableContent table : database.tables()) {
                compare(table.entry(database.name()), table.bytes(), table.sha256(), progress);
            }
        }
        for (FileContent content : manifest.files()) {
            compare(content.entry(), content.bytes(), content.sha256(), progress);
        }
    }

    InputStream content(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw new Trouble(file + " lacks " + entry + ", which its manifest names. Take an older backup.");
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void compare(String entry, long bytes, String sha256, Progress progress) throws IOException {
        try (InputStream in = content(entry)) {
            String found = Digests.of(in, Long.MAX_VALUE, progress);
            if (!found.equals(sha256)) {
                throw new Trouble(file + " holds something else in " + entry + " than what was written (" + bytes
                        + " bytes were). Take another copy of it, or an older backup.");
            }
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new Trouble(file + " has no " + Manifest.ENTRY + ": it is no backup of Kontor.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] json = in.readAllBytes();
            int format = Json.mapper().readTree(json).path("format").asInt();
            if (format != Manifest.FORMAT) {
                throw new Trouble(file + " has the format " + format + "; this Kontor knows format " + Manifest.FORMAT
                        + ". Restore it with the version that made it, or a newer one.");
            }
            return Json.mapper().readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new Trouble(file + " has a manifest that cannot be read.", e);
        }
    }
}
