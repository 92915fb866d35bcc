package io.kontor.backup.internal;

import io.kontor.kernel.KontorException;
import io.kontor.settings.KeyFiles;
import io.kontor.settings.KeyedSecrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;

/** The key file that belongs to a backup, and its place in the installation. */
final class BackupKey {

    private final Path file;
    private final Path installed;

    private BackupKey(Path file, Path installed) {
        this.file = file;
        this.installed = installed;
    }

    /**
     * Looks whether it opens the backup's secrets and can be this installation's key file; changes nothing.
     *
     * @throws Trouble if it is missing, another one, or another one is installed
     */
    static BackupKey require(Optional<Path> given, Manifest manifest, Path home) throws IOException {
        Path file = given.orElseThrow(() -> new Trouble("""
                Which key file? Shop keys and tokens in a backup are sealed, and only the key file of the installation
                that made it opens them: etc/kontor.key there, or your copy of it. It is never part of a backup. This
                backup needs %s. Add: --key <file>""".formatted(named(manifest.keys()))));
        KeyedSecrets secrets = read(file);
        requireSameKeys(file, secrets.fingerprints(), manifest.keys());
        try {
            if (!secrets.open(manifest.probe(), Manifest.PROBE_PURPOSE).equals(Manifest.PROBE)) {
                throw new Trouble(
                        file + " opens the sealed probe of this backup, which says something else than it must.");
            }
        } catch (KontorException e) {
            throw new Trouble(file + " does not open the sealed probe of this backup.", e);
        }
        String configured = NodeSettings.read(home, "io.kontor.settings.cfg").get("keyFile", "");
        BackupKey key =
                new BackupKey(file, configured.isEmpty() ? home.resolve("etc/kontor.key") : home.resolve(configured));
        key.requirePlace(manifest);
        return key;
    }

    /** Puts it where the product looks for it, unless it is there. */
    void install() throws IOException {
        if (Files.exists(installed)) {
            return;
        }
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out = FileChannel.open(
                installed, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    Path installed() {
        return installed;
    }

    /** With a second installation's key in place its own data would lose their secrets: that is for a person to decide. */
    private void requirePlace(Manifest manifest) throws IOException {
        if (!Files.exists(installed)) {
            return;
        }
        SortedMap<Integer, String> present = read(installed).fingerprints();
        if (!present.entrySet().containsAll(manifest.keys().entrySet())) {
            throw new Trouble("""
                    This installation has another key in %s (%s), which belongs to other data. Restore with an
                    installation of its own; or, if those data are not needed any more, move that file away and do this
                    again.""".formatted(installed, named(present)));
        }
    }

    private static KeyedSecrets read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Trouble("The key file " + file + " is not there, or this account may not read it.");
        }
        KeyFiles keyFiles = ServiceLoader.load(KeyFiles.class, KeyFiles.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("io.kontor.settings is not on the class path"));
        try {
            return keyFiles.read(file);
        } catch (IOException e) {
            throw new Trouble("This is no key file of Kontor: " + e.getMessage() + ".", e);
        }
    }

    private static void requireSameKeys(Path file, Map<Integer, String> given, Map<Integer, String> needed) {
        if (!given.entrySet().containsAll(needed.entrySet())) {
            throw new Trouble("""
                    %s is not the key file of this backup: it holds %s, and the backup's secrets are sealed with %s.
                    Take etc/kontor.key of the installation that made the backup, or the copy that was made of it then.""".formatted(file, named(given), named(needed)));
        }
    }

    private static String named(Map<Integer, String> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach((number, fingerprint) -> text.append(text.isEmpty() ? "" : ", ")
                .append("key ")
                .append(number)
                .append(" with the fingerprint ")
                .append(fingerprint));
        return text.toString();
    }
}
