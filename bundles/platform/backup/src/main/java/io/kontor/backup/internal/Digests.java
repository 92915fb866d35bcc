package io.kontor.backup.internal;

import io.kontor.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, as hex. */
final class Digests {

    private static final int BUFFER = 1 << 16;

    private Digests() {}

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the first bytes of a stream; fewer if it ends before. */
    static String of(InputStream in, long bytes, Progress progress) throws IOException {
        MessageDigest digest = Sha256.begin();
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            if (read < 0) {
                break;
            }
            digest.update(buffer, 0, read);
            left -= read;
            progress.requireWanted();
        }
        return hex(digest);
    }
}
