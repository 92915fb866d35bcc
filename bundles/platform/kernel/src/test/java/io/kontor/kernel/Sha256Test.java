package io.kontor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The first example of FIPS 180-4. */
    @Test
    void theDigestIsTheOneOfTheStandard() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                HexFormat.of().formatHex(Sha256.of("abc")));
    }

    @Test
    void textCountsInUtf8() {
        assertArrayEquals(Sha256.of("чай".getBytes(StandardCharsets.UTF_8)), Sha256.of("чай"));
    }
}
