package io.kontor.modules.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.TestKar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class ArchiveReaderTest {

    @TempDir
    private Path folder;

    @Test
    void aModuleIsNamedAfterItsBundleAndItsApiComesFirst() {
        ModuleArchive archive = TestKar.of("deal", "1.2.0")
                .bundle("io.kontor.deal-api", "1.0.0", "Export-Package: io.kontor.deal;version=1.0.0")
                .open()
                .archive();
        assertEquals("deal", archive.module());
        assertEquals(new Version(1, 2, 0), archive.version());
        assertEquals(
                List.of("io.kontor.deal-api", "io.kontor.deal"),
                archive.bundles().stream().map(ModuleBundle::symbolicName).toList());
        assertEquals(Set.of("io.kontor.deal"), archive.bundles().get(0).exports());
        assertEquals(64, archive.id().length());
    }

    @Test
    void whatIsNoZipFileIsSaidToBeNone() {
        assertBroken("modules.not-a-zip", "no zip at all".getBytes());
        assertBroken("modules.not-a-zip", new byte[0]);
        byte[] whole = TestKar.of("deal", "1").bytes();
        assertBroken("modules.not-a-zip", java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void anEntryThatLeadsOutsideIsRefused() {
        assertBroken(
                "modules.entry",
                TestKar.of("deal", "1").entry("../../etc/passwd", new byte[1]).bytes());
        assertBroken(
                "modules.entry",
                TestKar.of("deal", "1").entry("/etc/passwd", new byte[1]).bytes());
        assertBroken(
                "modules.entry",
                TestKar.of("deal", "1").entry("a\\b", new byte[1]).bytes());
    }

    @Test
    void aSmallFileThatWouldBecomeALargeOneIsRefused() {
        assertBroken(
                "modules.too-large",
                TestKar.of("deal", "1").entry("zeros", new byte[20_000_000]).bytes());
    }

    @Test
    void manyEntriesAreRefused() {
        TestKar kar = TestKar.of("deal", "1");
        for (int i = 0; i < 600; i++) {
            kar.entry("entry" + i, new byte[0]);
        }
        assertBroken("modules.too-large", kar.bytes());
    }

    @Test
    void aDescriptionWithADocumentTypeIsRefusedUnread() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "mvn:a/b/c");
        String xml = "<!DOCTYPE features [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<features><feature><bundle>&x;</bundle></feature></features>";
        assertBroken("modules.feature", TestKar.of("deal", "1").described(xml).bytes());
    }

    @Test
    void twoModulesInOneArchiveAreRefused() {
        byte[] another = "<features><feature><bundle>mvn:a/b/1</bundle></feature></features>".getBytes();
        assertBroken(
                "modules.feature",
                TestKar.of("deal", "1")
                        .entry("repository/a/b/1/b-1-features.xml", another)
                        .bytes());
    }

    @Test
    void aDescriptionThatNamesWhatIsNotThereIsRefused() {
        assertBroken(
                "modules.feature",
                TestKar.of("deal", "1")
                        .described("<features><feature><bundle>mvn:a/b/1</bundle></feature></features>")
                        .bytes());
        assertBroken(
                "modules.feature",
                TestKar.of("deal", "1")
                        .described(
                                "<features><feature><bundle>https://evil.example/x.jar</bundle></feature></features>")
                        .bytes());
        assertBroken(
                "modules.feature",
                TestKar.of("deal", "1").described("<features>").bytes());
        assertBroken(
                "modules.feature",
                TestKar.of("deal", "1").described("<features/>").bytes());
    }

    @Test
    void aFileThatIsNoBundleIsNamed() {
        assertBroken(
                "modules.bundle",
                TestKar.empty().jar("deal", "1", "text".getBytes()).bytes());
        assertBroken(
                "modules.bundle",
                TestKar.of("deal", "1", "Import-Package: ;;;version=\"(\"").bytes());
    }

    @Test
    void bundlesOfDifferentModulesAreRefused() {
        assertBroken(
                "modules.bundles-disagree",
                TestKar.of("deal", "1").bundle("io.kontor.order", "1").bytes());
        assertBroken(
                "modules.bundles-disagree",
                TestKar.of("deal", "1").bundle("io.kontor.order-api", "1").bytes());
        assertBroken("modules.bundles-disagree", TestKar.of("deal-api", "1").bytes());
    }

    @Test
    void aBundleThatWouldBecomeAPartOfAnotherIsRefused() {
        assertBroken(
                "modules.fragment",
                TestKar.of("deal", "1", "Fragment-Host: io.kontor.access").bytes());
    }

    private void assertBroken(String reason, byte[] file) {
        KontorException broken = assertThrows(
                KontorException.class, () -> ArchiveReader.open(Files.write(folder.resolve("broken.kar"), file)));
        assertEquals("modules.archive-broken", broken.error().code());
        assertEquals(reason, ((Reason) broken.arguments().get("reason")).code());
    }
}
