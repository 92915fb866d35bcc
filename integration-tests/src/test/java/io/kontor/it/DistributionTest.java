package io.kontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("osgi")
@Tag("side-by-side")
class DistributionTest {

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.untouched();

    @Test
    void isReadyAndSaysSoToEverybodyWithoutDetails() throws Exception {
        assertEquals(200, kontor.get("/health/live").statusCode());
        var ready = kontor.get("/health/ready");
        assertEquals(200, ready.statusCode());
        assertTrue(ready.body().contains("\"components\":\"UP\""), ready.body());
    }

    @Test
    void runsEveryModuleThatTheRepositoryHas() throws Exception {
        String features = Files.readString(kontor.home().resolve("etc/org.apache.karaf.features.cfg"));
        assertTrue(features.contains("kontor/"), features);
        assertEquals(0, kontor.admin("health").exit());
    }

    @Test
    void answersTheOperatorOnASocketForItsOwnerOnly() throws Exception {
        assertTrue(kontor.admin("address").text().contains(kontor.baseUrl()));
        AdminAnswer unknown = kontor.admin("make-coffee");
        assertEquals(2, unknown.exit());
        assertTrue(unknown.text().contains("There is no command \"make-coffee\""), unknown.text());
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(kontor.adminSocket().getParent())));
    }

    @Test
    void knowsNoAccountBeforeItIsSetUp() throws Exception {
        try (Stream<Path> etc = Files.list(kontor.home().resolve("etc"))) {
            assertEquals(
                    List.of(),
                    etc.map(file -> file.getFileName().toString())
                            .filter(name -> name.equals("users.properties") || name.equals("keys.properties"))
                            .toList());
        }
    }

    @Test
    void listensOnNothingButItsHttpPortAndTheDatabaseOnLoopback() throws Exception {
        assertEquals(List.of(kontor.baseUrl().replaceAll(".*:", "")), Listening.ports(kontor.pid()));
        long database = kontor.databaseProcess().orElseThrow().pid();
        assertEquals(1, Listening.ports(database).size());
        assertTrue(Listening.onLoopbackOnly(database));
    }

    @Test
    void goesOnWithTheSameDataAndDatabaseAfterAKill() throws Exception {
        write("kill");
        long database = kontor.databaseProcess().orElseThrow().pid();

        kontor.kill();
        assertEquals(database, kontor.databaseProcess().orElseThrow().pid());
        kontor.start();

        assertEquals(database, kontor.databaseProcess().orElseThrow().pid());
        assertEquals("kill", read());
    }

    @Test
    void stopsWithItsDatabaseAndStartsAgainElsewhere() throws Exception {
        write("stop");

        kontor.stop();
        assertFalse(kontor.databaseProcess().isPresent());
        kontor.moveTo("moved-" + kontor.home().getFileName());
        kontor.start();

        assertEquals("stop", read());
    }

    private static void write(String word) throws Exception {
        try (Connection connection = kontor.database("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS probe");
            statement.execute("CREATE OR REPLACE TABLE probe.word (text VARCHAR(20)) AS SELECT '" + word + "' AS text");
        }
    }

    private static String read() throws Exception {
        try (Connection connection = kontor.database("probe");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT text FROM word")) {
            row.next();
            return row.getString(1);
        }
    }
}
