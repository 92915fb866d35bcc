package io.kontor.backup.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A zip file checks the content of its entries only; the seal is its comment, the last bytes of the file, and checks
 * every byte before: {@code kontor-backup sha256 <64 hexadecimal digits>}.
 */
final class Seal {

    private static final String MARK = "kontor-backup sha256 ";
    private static final int DIGITS = 64;

    private Seal() {}

    /** What a zip file needs as its comment until it is sealed. */
    static String unsealed() {
        return MARK + "0".repeat(DIGITS);
    }

    static void seal(Path file, Progress progress) throws IOException {
        String digest = digest(file, progress);
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
            end.seek(end.length() - DIGITS);
            end.write(digest.getBytes(StandardCharsets.US_ASCII));
            end.getFD().sync();
        }
    }

    /** @throws Trouble if the file is no backup, is not complete or was changed */
    static void check(Path file, Progress progress) throws IOException {
        String comment = comment(file);
        if (!comment.startsWith(MARK)) {
            throw new Trouble(file + " is no complete backup of Kontor: its end is missing. Was it copied to its end?"
                    + " Take another copy.");
        }
        if (!comment.substring(MARK.length()).equals(digest(file, progress))) {
            throw new Trouble(file + " is damaged: at least one byte is not as it was written. Take another copy of it,"
                    + " or an older backup.");
        }
    }

    private static String comment(Path file) throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            int length = MARK.length() + DIGITS;
            if (end.length() < length) {
                return "";
            }
            byte[] bytes = new byte[length];
            end.seek(end.length() - length);
            end.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String digest(Path file, Progress progress) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Digests.of(in, Files.size(file) - DIGITS, progress);
        }
    }
}
