package io.kontor.modules.internal.archive;

import io.kontor.kernel.Sha256;
import java.util.HexFormat;

/** SHA-256, as hex. */
public final class Checksum {

    private Checksum() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content));
    }

    public static String of(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
