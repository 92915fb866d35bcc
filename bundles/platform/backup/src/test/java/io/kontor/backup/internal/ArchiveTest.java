package io.kontor.backup.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.backup.internal.ArchiveWriter.Written;
import io.kontor.backup.internal.Manifest.FileContent;
import io.kontor.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final Progress QUIET = line -> {};

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.zip");
        try (ArchiveWriter archive = new ArchiveWriter(file)) {
            byte[] text = "Grüße\n".repeat(100).getBytes(StandardCharsets.UTF_8);
            Written<Boolean> written = archive.entry("files/outbox/1.eml", out -> {
                out.write(text);
                return true;
            });
            FileContent content = new FileContent("outbox/1.eml", written.bytes(), written.sha256());
            byte[] json = Json.mapper().writeValueAsBytes(manifest(Manifest.FORMAT, List.of(content)));
            archive.entry(Manifest.ENTRY, out -> {
                out.write(json);
                return true;
            });
            archive.finish();
        }
        Seal.seal(file, QUIET);
    }

    private static Manifest manifest(int format, List<FileContent> files) {
        return new Manifest(
                format,
                "0.1.0",
                Instant.EPOCH,
                "11.4.5",
                "kontor",
                List.of(),
                files,
                Map.of("order", 7),
                Map.of(1, "0123456789abcdef"),
                new byte[] {1, 2, 3});
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        try (Archive archive = Archive.open(file, QUIET)) {
            archive.verify(QUIET);
            assertEquals("kontor", archive.manifest().control());
            assertEquals(Map.of(1, "0123456789abcdef"), archive.manifest().keys());
            assertEquals(
                    "Grüße\n".repeat(100),
                    new String(archive.content("files/outbox/1.eml").readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void everySingleFlippedByteIsNoticed() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path changed = folder.resolve("b.zip");
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= 4;
            Files.write(changed, bytes);
            assertThrows(Trouble.class, () -> Archive.open(changed, QUIET).close(), "byte " + i);
        }
    }

    @Test
    void aFileThatWasCutOffIsNoticedWhereverItEnds() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path shorter = folder.resolve("b.zip");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(shorter, Arrays.copyOf(whole, length));
            Trouble trouble = assertThrows(
                    Trouble.class, () -> Archive.open(shorter, QUIET).close());
            assertTrue(trouble.getMessage().contains("its end is missing"), trouble.getMessage());
        }
    }

    @Test
    void aZipFileThatIsNoBackupIsRefusedInWords() throws Exception {
        Path other = folder.resolve("c.zip");
        try (ArchiveWriter archive = new ArchiveWriter(other)) {
            archive.entry("readme", out -> true);
            archive.finish();
        }
        Seal.seal(other, QUIET);
        Trouble trouble =
                assertThrows(Trouble.class, () -> Archive.open(other, QUIET).close());
        assertTrue(trouble.getMessage().contains("no backup of Kontor"), trouble.getMessage());
    }

    @Test
    void aLaterFormatIsRefusedInWords() throws Exception {
        Path later = folder.resolve("d.zip");
        try (ArchiveWriter archive = new ArchiveWriter(later)) {
            byte[] json = Json.mapper().writeValueAsBytes(manifest(Manifest.FORMAT + 1, List.of()));
            archive.entry(Manifest.ENTRY, out -> {
                out.write(json);
                return true;
            });
            archive.finish();
        }
        Seal.seal(later, QUIET);
        Trouble trouble =
                assertThrows(Trouble.class, () -> Archive.open(later, QUIET).close());
        assertTrue(trouble.getMessage().contains("this Kontor knows format 1"), trouble.getMessage());
    }

    @Test
    void anOlderOrEqualProductsBackupIsTaken() {
        ProductModules here = new ProductModules("0.2.0-SNAPSHOT", Map.of("order", 8, "new", 1));
        assertDoesNotThrow(() -> Compatibility.require(manifest(Manifest.FORMAT, List.of()), here));
    }

    @Test
    void aNewerProductsBackupIsRefusedWithTheReason() {
        ProductModules older = new ProductModules("0.1.0", Map.of("order", 6));
        Trouble trouble =
                assertThrows(Trouble.class, () -> Compatibility.require(manifest(Manifest.FORMAT, List.of()), older));
        assertTrue(trouble.getMessage().contains("order 7 (here 6)"), trouble.getMessage());
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertTrue(Compatibility.compare("0.10.0", "0.9.1") > 0);
        assertEquals(0, Compatibility.compare("1.0.0-SNAPSHOT", "1.0"));
        assertTrue(Compatibility.compare("1.0.1", "1.0.0") > 0);
    }
}
