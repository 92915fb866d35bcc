package io.kontor.modules.internal.store;

import io.kontor.modules.internal.archive.ModuleArchive;
import java.time.Instant;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * An archive of a module that is kept, so that every node can install it.
 *
 * @param id the SHA-256 of the file, in hex
 * @param signer the trusted publisher that signed it
 * @param size of the file, in bytes
 * @param storedBy who handed it in
 */
public record Artefact(
        String id,
        String module,
        Version version,
        Origin origin,
        Optional<String> signer,
        long size,
        ModuleArchive.Description description,
        Instant storedAt,
        Optional<String> storedBy) {}
