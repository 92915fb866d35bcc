package io.kontor.settings.internal;

import io.kontor.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The node's keys: a text file with one line {@code <number> <base64 of 32 bytes>} per key. New secrets are sealed with
 * the highest number; a line stays for as long as something is sealed with it. Lines that begin with # are comments.
 */
final class KeyFile {

    private static final int KEY_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;
    private static final String COMMENT =
            "# Opens the secrets in Kontor's database. Keep a copy apart from the backups of the database.\n";

    private final NavigableMap<Integer, SecretKey> keys;

    private KeyFile(NavigableMap<Integer, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads the file; makes it, readable by its owner alone, if there is none.
     *
     * @throws IOException if it cannot be read or made, or is not a key file; its content is never part of the message
     */
    static KeyFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    /**
     * Reads the file.
     *
     * @throws IOException if there is none, it cannot be read, or it is not a key file; its content is never part of the
     *     message
     */
    static KeyFile read(Path file) throws IOException {
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Map.Entry<Integer, SecretKey> key = key(line).orElseThrow(badLine(file, i + 1));
                keys.put(key.getKey(), key.getValue());
            }
        }
        if (keys.isEmpty()) {
            throw new IOException(file + " holds no key");
        }
        return new KeyFile(keys);
    }

    int newest() {
        return keys.lastKey();
    }

    /** By number: enough of a hash to tell keys apart. A key is random, so nothing can be learnt from it. */
    SortedMap<Integer, String> fingerprints() {
        SortedMap<Integer, String> fingerprints = new TreeMap<>();
        keys.forEach((number, key) -> fingerprints.put(number, fingerprint(key)));
        return fingerprints;
    }

    private static String fingerprint(SecretKey key) {
        MessageDigest digest = Sha256.begin();
        digest.update("kontor-key".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, FINGERPRINT_BYTES);
    }

    Optional<SecretKey> key(int number) {
        return Optional.ofNullable(keys.get(number));
    }

    private static Optional<Map.Entry<Integer, SecretKey>> key(String line) {
        String[] parts = line.split("\\s+");
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(parts[1]);
            int number = Integer.parseInt(parts[0]);
            return key.length == KEY_BYTES && number > 0
                    ? Optional.of(Map.entry(number, new SecretKeySpec(key, "AES")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Supplier<IOException> badLine(Path file, int line) {
        return () ->
                new IOException(file + ", line " + line + ": expected <number> <base64 of " + KEY_BYTES + " bytes>");
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String text = COMMENT + "1 " + Base64.getEncoder().encodeToString(key) + "\n";
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> once =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        try (SeekableByteChannel channel = Files.newByteChannel(file, once, ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " appeared just now; start again", e);
        }
    }
}
