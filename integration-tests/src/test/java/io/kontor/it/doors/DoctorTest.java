package io.kontor.it.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.AdminAnswer;
import io.kontor.it.KontorDistribution;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The doctor finds what somebody broke, says how to mend it, and leaves alone what is well. */
@Tag("osgi")
@Tag("side-by-side")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorTest {

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh();

    @Test
    @Order(1)
    void aHealthyProductHasNothingWrong() throws Exception {
        AdminAnswer told = kontor.launcher("doctor");
        assertEquals(0, told.exit(), told.text());
        assertFalse(told.text().contains("WRONG"), told.text());
        for (String part : new String[] {
            "java",
            "memory",
            "disk",
            "key file",
            "database",
            "port",
            "settings",
            "clock",
            "certificate",
            "events",
            "jobs",
            "mail server",
            "public.url",
            "last backup",
            "key and data",
            "shops"
        }) {
            assertTrue(
                    told.text().matches("(?s).*\\n(ok|CHECK) +" + part.replace(".", "\\.") + " .*"),
                    part + "\n" + told.text());
        }
    }

    @Test
    @Order(2)
    void whatSomebodyBrokeIsNamedWithItsRemedy() throws Exception {
        kontor.stop();
        Path etc = kontor.home().resolve("etc");
        Files.writeString(
                etc.resolve("io.kontor.rest.cfg"),
                "\nmax.body.byte = 5\nhold.milliseconds = soon\nnonsense\n",
                StandardOpenOption.APPEND);
        Path key = etc.resolve("kontor.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(kontor.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = URI.create(kontor.baseUrl()).getPort();
        AdminAnswer told;
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(taken.isBound());
            told = kontor.launcher("doctor");
        }
        assertEquals(1, told.exit(), told.text());
        assertWrong(
                told, port + " is taken by process " + ProcessHandle.current().pid());
        assertWrong(told, "the setting max.body.byte is not known");
        assertWrong(told, "hold.milliseconds is \"soon\", and must be a whole number");
        assertWrong(told, "is neither a comment nor key = value");
        assertWrong(told, "kontor.key has the mode 644");
        assertWrong(told, "has the mode 755: other accounts can look into it");
        assertTrue(told.text().contains("chmod 600 " + key), told.text());
    }

    @Test
    @Order(3)
    void aLostKeyFileIsSaidBeforeTheNextStartMakesAnother() throws Exception {
        Path key = kontor.home().resolve("etc/kontor.key");
        Path away = Files.move(key, key.resolveSibling("moved"));
        assertWrong(kontor.launcher("doctor"), "kontor.key is not there, and there are data");
        Files.move(away, key);
    }

    private static void assertWrong(AdminAnswer told, String what) {
        assertTrue(
                told.text().lines().anyMatch(line -> line.startsWith("WRONG") && line.contains(what)),
                what + "\n" + told.text());
    }
}
