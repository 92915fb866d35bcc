package io.kontor.rest.internal;

import io.kontor.kernel.WorkspaceId;
import java.util.HexFormat;

/**
 * What a client wants to happen once, whatever the network does.
 *
 * @param key SHA-256 of who asks and the {@code Idempotency-Key}
 * @param request SHA-256 of the method, the path with its query, and the body
 * @param secret whether the answer must not be stored
 * @param outside whether the work asks foreign systems and must not hold a transaction meanwhile
 */
record Intent(WorkspaceId workspace, byte[] key, byte[] request, boolean secret, boolean outside) {

    /** Tells requests that are at work at the same time apart. */
    String name() {
        return workspace + ":" + HexFormat.of().formatHex(key);
    }
}
