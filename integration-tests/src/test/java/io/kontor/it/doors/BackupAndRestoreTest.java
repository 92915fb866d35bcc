package io.kontor.it.doors;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.AdminAnswer;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.story.RunningKontor;
import io.kontor.it.story.ShopBeside;
import io.kontor.it.story.StoredRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken while people and a shop write; then everything is gone, and another installation has it again. */
@Tag("osgi")
@Tag("side-by-side")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupAndRestoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @TempDir
    static Path elsewhere;

    private static final KontorDistribution first = often(ShopBeside.product(SHOP));
    private static final KontorDistribution second = often(ShopBeside.beside(SHOP, KontorDistribution.untouched()));
    private static RunningKontor proprietor;
    private static Path backup;
    private static Path key;
    private static Set<String> before;

    /** The shop is asked every two seconds. */
    private static KontorDistribution often(KontorDistribution kontor) {
        return kontor.withSetting("io.kontor.connector.cfg", "sweepSeconds = 2");
    }

    @BeforeAll
    static void someWork() throws Exception {
        first.unpackAndStart("backed-up");
        second.unpack("restored");
        proprietor = RunningKontor.setUp(first);
        proprietor.connect(SHOP, Map.of());
        long order = SHOP.someoneBuys();
        await("the first order", PATIENCE, () -> proprietor.order(order).isPresent());
        proprietor
                .proprietor()
                .send(Call.post("/api/access/users/invitations", """
                        {"email": "colleague@shop.example", "role": "SALES_MANAGER"}"""))
                .expect(200);
        Path outbox = first.data().resolve("outbox");
        await("the invitation's mail", PATIENCE, () -> Files.isDirectory(outbox) && !isEmpty(outbox));
        backup = elsewhere.resolve("kontor.zip");
        key = elsewhere.resolve("copy-of.key");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @AfterAll
    static void end() throws Exception {
        first.stopAndDelete();
        second.stopAndDelete();
        SHOP.close();
    }

    @Test
    @Order(1)
    void whileItIsTakenNobodyWaitsAndNothingFails() throws Exception {
        try (Writers writers = Writers.start(4, first, proprietor.proprietor())) {
            await("some customers", PATIENCE, () -> writers.acknowledged().size() >= 100);
            before = new TreeSet<>(writers.acknowledged());
            AdminAnswer told = first.launcher("backup", backup.toString());
            assertEquals(0, told.exit(), told.text());
            assertTrue(told.text().contains("read again and found equal"), told.text());
            assertTrue(told.text().contains("Not in it, on purpose: the key file"), told.text());
            int during = writers.acknowledged().size() - before.size();
            assertTrue(during > 10, "only " + during + " customers were added meanwhile");
            assertEquals(List.of(), writers.refused());
            assertEquals(0, writers.unanswered());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        Files.copy(first.home().resolve("etc/kontor.key"), key);
        assertFalse(unpacked(backup).contains(secretOf(key)), "the key is in the backup");
    }

    private static String secretOf(Path keyFile) throws IOException {
        return Files.readString(keyFile)
                .lines()
                .filter(line -> line.startsWith("1 "))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }

    private static String unpacked(Path zipFile) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(zipFile.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Test
    @Order(2)
    void aBackupThatIsThereIsNotOverwritten() throws Exception {
        AdminAnswer told = first.launcher("backup", backup.toString());
        assertEquals(2, told.exit(), told.text());
        assertTrue(told.text().contains("is not overwritten"), told.text());
    }

    @Test
    @Order(3)
    void withoutTheRightKeyOrWithADamagedFileNothingIsTouched() throws Exception {
        first.kill();
        wipe(first);
        assertRefused("Which key file?", backup);
        Path other =
                Files.writeString(elsewhere.resolve("other.key"), "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        assertRefused("is not the key file of this backup", backup, "--key", other.toString());
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(elsewhere.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused("its end is missing", cut, "--key", key.toString());
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 1;
        Path damaged = Files.write(elsewhere.resolve("damaged.zip"), flipped);
        assertRefused("at least one byte", damaged, "--key", key.toString());
    }

    private static void assertRefused(String why, Path file, String... more) throws Exception {
        AdminAnswer told = second.launcher(Stream.concat(Stream.of("restore", file.toString()), Stream.of(more))
                .toArray(String[]::new));
        assertEquals(2, told.exit(), told.text());
        assertTrue(told.text().contains(why), told.text());
        assertFalse(Files.exists(second.data()));
        assertFalse(Files.exists(second.home().resolve("etc/kontor.key")));
    }

    @Test
    @Order(4)
    void anotherInstallationHasEverythingAgain() throws Exception {
        AdminAnswer told = second.launcher("restore", backup.toString(), "--key", key.toString());
        assertEquals(0, told.exit(), told.text());
        assertTrue(told.text().contains("Every table and every file is equal to the backup"), told.text());
        assertEquals(Files.readString(key), Files.readString(second.home().resolve("etc/kontor.key")));
        JsonNode manifest = manifest();
        assertFalse(manifest.path("files").isEmpty(), "the mail in the outbox is in the backup");
        for (JsonNode file : manifest.path("files")) {
            assertEquals(
                    file.path("bytes").asLong(),
                    Files.size(second.data().resolve(file.path("path").asText())));
        }

        second.start();

        Map<String, Long> now = Contents.of(second).rows();
        Map<String, Long> then = rows(manifest);
        then.forEach((table, rows) -> {
            if (!goesOnByItself(table)) {
                assertEquals(rows, now.get(table), table);
            }
        });
        assertTrue(Contents.customers(second).containsAll(before));
        assertEquals(
                200,
                proprietor
                        .proprietor()
                        .at(second.baseUrl())
                        .send(Call.get("/api/access/session"))
                        .status());
    }

    @Test
    @Order(5)
    void theShopsSecretStillOpens() throws Exception {
        StoredRows rows = new StoredRows(second);
        long orders = rows.number("select count(*) from order_order");
        long order = SHOP.someoneBuys();
        await(
                "the order that is asked for with the shop's key",
                PATIENCE,
                () -> rows.number("select count(*) from order_order where number = ?", Long.toString(order)) == 1);
        assertEquals(orders + 1, rows.number("select count(*) from order_order"));
        AdminAnswer doctor = second.launcher("doctor");
        assertTrue(doctor.text().contains("the key file opens what is sealed in the database"), doctor.text());
    }

    /** What changes as soon as a product runs: leases, timers, messages that were not yet worked off. */
    private static boolean goesOnByItself(String table) {
        return table.startsWith("kontor.") || table.startsWith("kontor_w_main.connector_");
    }

    private static Map<String, Long> rows(JsonNode manifest) {
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode database : manifest.path("databases")) {
            for (JsonNode table : database.path("tables")) {
                rows.put(
                        database.path("name").asText() + "."
                                + table.path("name").asText(),
                        table.path("rows").asLong());
            }
        }
        return rows;
    }

    private static JsonNode manifest() throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile());
                var in = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return RunningKontor.JSON.readTree(in);
        }
    }

    /** Kontor and its database server are gone, and so is every file of theirs. */
    private static void wipe(KontorDistribution kontor) throws IOException {
        kontor.databaseProcess().ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
        Path kept = kontor.home().resolveSibling(kontor.home().getFileName() + "-first.log");
        Files.copy(kontor.log(), kept, StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> tree = Files.walk(kontor.data())) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.delete(kontor.home().resolve("etc/kontor.key"));
    }
}
