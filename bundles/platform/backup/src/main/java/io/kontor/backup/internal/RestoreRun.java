package io.kontor.backup.internal;

import io.kontor.backup.internal.Manifest.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;

/** Fills an empty folder from a backup. Everything that can be refused is refused before anything is touched. */
final class RestoreRun {

    private final Order order;
    private final Progress progress;

    /**
     * What is wanted.
     *
     * @param home the installation that is to run on the data
     * @param data the folder to fill
     * @param key the key file that belongs to the backup
     */
    record Order(Path home, Path data, Path file, Optional<Path> key) {}

    RestoreRun(Order order, Progress progress) {
        this.order = order;
        this.progress = progress;
    }

    /** @throws Trouble in words, if it is refused or does not succeed */
    Manifest run() throws IOException, SQLException, InterruptedException {
        progress.say("Checking " + order.file() + " ...");
        try (Archive archive = Archive.open(order.file(), progress)) {
            Manifest manifest = archive.manifest();
            progress.say("  of " + manifest.takenAt() + ", Kontor " + manifest.product() + ": " + manifest.extent());
            Compatibility.require(manifest, ProductModules.of(order.home()));
            BackupKey key = BackupKey.require(order.key(), manifest, order.home());
            RestoreFolder.require(order.home(), order.data(), manifest);
            archive.verify(progress);
            progress.say("  complete, undamaged, and the key fits");
            progress.say("Restoring into " + order.data() + " ...");
            try (RestoreFolder folder = RestoreFolder.begin(order.home(), order.data(), order.file())) {
                fill(archive);
                for (FileContent file : manifest.files()) {
                    copy(archive, file);
                }
                key.install();
                folder.done();
            }
            return manifest;
        }
    }

    private void fill(Archive archive) throws IOException, SQLException, InterruptedException {
        String control = NodeSettings.read(order.home(), "io.kontor.store.cfg").get("controlDatabase", "kontor");
        RestoredDatabases databases = new RestoredDatabases(archive, control, progress);
        try (RestoreServer server = RestoreServer.open(order.home(), order.data())) {
            databases.requireNone(server.account());
            databases.fill(server.account());
            progress.say("Comparing every row with the backup ...");
            databases.compare(server.account());
        }
    }

    private void copy(Archive archive, FileContent file) throws IOException {
        Path target = order.data().resolve(file.path()).normalize();
        if (!target.startsWith(order.data()) || target.equals(order.data())) {
            throw new Trouble("The manifest names a file outside of the data folder: " + file.path());
        }
        Files.createDirectories(target.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(target, ownerOnly);
        try (InputStream in = archive.content(file.entry());
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            in.transferTo(out);
        }
        try (InputStream in = Files.newInputStream(target)) {
            if (!Digests.of(in, Long.MAX_VALUE, progress).equals(file.sha256())) {
                throw new Trouble(
                        "After the restoring " + target + " is not the file of the backup. Is the disk healthy?");
            }
        }
    }
}
