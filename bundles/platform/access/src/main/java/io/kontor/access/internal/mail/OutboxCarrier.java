package io.kontor.access.internal.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Puts letters into a folder, one .eml file each, readable by its owner alone: they hold links that log in. */
record OutboxCarrier(Path folder) implements Carrier {

    @Override
    public void carry(Letter letter) throws IOException {
        Files.createDirectories(folder);
        Path made = folder.resolve(letter.id() + ".part");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                made, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(letter.message()));
        }
        Files.move(made, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
