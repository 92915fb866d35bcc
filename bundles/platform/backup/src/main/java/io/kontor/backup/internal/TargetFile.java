package io.kontor.backup.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Where a backup goes: written under another name until it is known to be good. */
record TargetFile(Path file, Path part) {

    private static final long RESERVE_BYTES = 32L << 20;

    /** @throws Trouble if nothing can be written there */
    static TargetFile of(Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new Trouble(target + " is a folder; name a file.");
        }
        if (Files.exists(target)) {
            throw new Trouble("There is already a file " + target + "; it is not overwritten. Name another one.");
        }
        if (!Files.isDirectory(folder)) {
            throw new Trouble("There is no folder " + folder + ". Make it, or name another one.");
        }
        if (!Files.isWritable(folder)) {
            throw new Trouble("Kontor's account, " + System.getProperty("user.name") + ", may not write into " + folder
                    + ". Name another folder, or give it the right to.");
        }
        return new TargetFile(target, target.resolveSibling(target.getFileName() + ".part"));
    }

    /** A former attempt's rest goes; that there is one attempt at a time is the caller's care. */
    void requireSpace(long bytes) throws IOException {
        Files.deleteIfExists(part);
        long free = Files.getFileStore(file.getParent()).getUsableSpace();
        long wanted = bytes + RESERVE_BYTES;
        if (free < wanted) {
            throw new Trouble(
                    "%s has %d MB free, and the backup may take up to %d MB. Make room, or name another folder."
                            .formatted(file.getParent(), free >> 20, wanted >> 20));
        }
    }

    /** Gives it its name, at once and for good. */
    void name() throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
    }

    Trouble explained(IOException failure) {
        return new Trouble(
                "The backup could not be written to " + part + ": " + failure.getMessage()
                        + ". Is the disk full, or was it taken away? Nothing is left of it.",
                failure);
    }
}
