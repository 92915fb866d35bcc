package io.kontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kontor.database.EmbeddedMariaDb;
import io.kontor.database.EmbeddedSettings;
import io.kontor.database.ServerFiles;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain account instead of root, somebody else's MariaDB, and TLS. */
@Tag("osgi")
class OtherSurroundingsTest {

    private static final String PASSWORD = "only-in-this-test";

    @TempDir
    static Path folder;

    private static EmbeddedMariaDb database;
    private static int tlsPort;
    private static KontorDistribution kontor;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can start it as somebody else");
        database = EmbeddedMariaDb.start(
                EmbeddedSettings.of(ServerFiles.unpack(folder.resolve("server")), folder.resolve("data")));
        tlsPort = freePort();
        kontor = KontorDistribution.untouched()
                .asNobody()
                .withSetting("io.kontor.database.cfg", "url = " + database.jdbcUrl())
                .withSetting("io.kontor.database.cfg", "user = " + database.user())
                .withSetting("io.kontor.database.cfg", "password = " + database.password())
                .withEnvironment("KONTOR_TLS", "true")
                .withEnvironment("KONTOR_TLS_PORT", Integer.toString(tlsPort))
                .withEnvironment("KONTOR_TLS_KEYSTORE", keystore().toString())
                .withEnvironment("KONTOR_TLS_PASSWORD", PASSWORD);
        kontor.unpackAndStart("other");
    }

    @AfterAll
    static void stop() throws Exception {
        if (kontor != null) {
            kontor.stopAndDelete();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void aStartLeavesNothingToWorryAboutInTheLog() throws Exception {
        assertEquals(
                List.of(),
                Files.readAllLines(kontor.log()).stream()
                        .filter(line -> line.matches(".*\\| (WARN|ERROR) +\\|.*"))
                        .toList());
    }

    @Test
    void runsAsAPlainAccount() throws Exception {
        String status = Files.readString(Path.of("/proc/" + kontor.pid() + "/status"));
        assertTrue(status.contains("Uid:\t65534\t65534"), status);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(kontor.home().resolve("etc/kontor.key"))));
    }

    @Test
    void keepsItsTablesInTheOtherDatabaseAndStartsNoneOfItsOwn() throws Exception {
        assertFalse(Files.exists(kontor.data().resolve("mariadb")));
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                ResultSet tables = connection.getMetaData().getTables("kontor", null, "workspaces_%", null)) {
            assertTrue(tables.next());
        }
    }

    @Test
    void answersOverTlsWithTheConfiguredCertificate() throws Exception {
        Process curl = new ProcessBuilder(List.of(
                        "curl",
                        "-sS",
                        "--cacert",
                        folder.resolve("certificate.pem").toString(),
                        "https://localhost:" + tlsPort + "/health/ready"))
                .redirectErrorStream(true)
                .start();
        String answer = new String(curl.getInputStream().readAllBytes());
        assertEquals(0, curl.waitFor(), answer);
        assertTrue(answer.contains("\"status\":\"UP\""), answer);
    }

    private static Path keystore() throws IOException, InterruptedException {
        Path file = Files.createDirectory(
                        folder.resolve("tls"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")))
                .resolve("kontor.p12");
        String[] common = {"-keystore", file.toString(), "-storepass", PASSWORD, "-alias", "kontor"};
        keytool(common, "-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12", "-dname", "CN=localhost");
        keytool(
                common,
                "-exportcert",
                "-rfc",
                "-file",
                folder.resolve("certificate.pem").toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private static void keytool(String[] common, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(common));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
