package io.kontor.backup.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** {@code ./kontor restore}: a program of its own, because there is no product yet to do it. */
public final class Restore {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private Restore() {}

    /**
     * Restores.
     *
     * @param arguments the installation's folder, the folder to fill, the backup, and the key file or an empty text
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out::println));
    }

    static int run(String[] arguments, Progress progress) {
        RestoreRun.Order order = new RestoreRun.Order(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                Path.of(arguments[1]).toAbsolutePath().normalize(),
                Path.of(arguments[2]).toAbsolutePath().normalize(),
                arguments[3].isEmpty()
                        ? Optional.empty()
                        : Optional.of(Path.of(arguments[3]).toAbsolutePath().normalize()));
        try {
            Manifest manifest = new RestoreRun(order, progress).run();
            progress.say("Restored: " + manifest.extent()
                    + ". Every table and every file is equal to the backup; the key" + " file opens its secrets.");
            progress.say("Start: ./kontor run --data " + order.data());
            return 0;
        } catch (Trouble e) {
            progress.say(e.getMessage());
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.say("Broken off.");
            return FAILED;
        } catch (IOException | SQLException | RuntimeException e) { // the program's edge
            progress.say("The restoring failed: " + e);
            e.printStackTrace();
            return FAILED;
        }
    }
}
