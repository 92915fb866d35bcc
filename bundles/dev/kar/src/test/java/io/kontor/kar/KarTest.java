package io.kontor.kar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarTest {

    private static final String FEATURE = """
            <features><feature name="a"><feature>kontor-b</feature>
            <bundle start-level="80">mvn:io.kontor/kontor-a-api/1.0</bundle>
            <bundle>mvn:io.kontor/kontor-a/1.0</bundle></feature></features>
            """;

    @TempDir
    private Path folder;

    @Test
    void theDescriptionAndEveryBundleStandAtTheirPlacesInARepository() throws IOException {
        Path kar = write("one.kar");
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            assertEquals(
                    List.of(
                            "META-INF/MANIFEST.MF",
                            "repository/io/kontor/kontor-a-api/1.0/kontor-a-api-1.0.jar",
                            "repository/io/kontor/kontor-a/1.0/kontor-a-1.0-features.xml",
                            "repository/io/kontor/kontor-a/1.0/kontor-a-1.0.jar"),
                    zip.stream().map(ZipEntry::getName).toList());
        }
    }

    @Test
    void theSameBundlesGiveTheSameBytes() throws IOException {
        assertArrayEquals(Files.readAllBytes(write("one.kar")), Files.readAllBytes(write("two.kar")));
    }

    @Test
    void aFeatureWithoutBundlesIsAMistake() {
        assertThrows(IOException.class, () -> Kar.of("<features/>", "x", this::jar));
    }

    private Path write(String name) throws IOException {
        Path target = folder.resolve(name);
        Kar.of(FEATURE, "io/kontor/kontor-a/1.0/kontor-a-1.0-features.xml", this::jar)
                .write(target);
        return target;
    }

    private Path jar(String group, String artifact, String version) throws IOException {
        return Files.writeString(folder.resolve(artifact + ".jar"), group + artifact + version);
    }
}
