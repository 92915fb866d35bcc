package io.kontor.modules.internal.web;

import io.kontor.modules.internal.store.Artefact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An archive that could be installed.
 *
 * @param id the SHA-256 of the file
 * @param origin shipped or uploaded
 * @param signer the trusted publisher that signed it
 * @param size in bytes
 * @param installed whether its module runs from it
 */
public record ArtefactJson(
        String id,
        String module,
        String version,
        String origin,
        Optional<String> signer,
        long size,
        Instant storedAt,
        Optional<String> storedBy,
        boolean installed) {

    /** The archives. */
    public record ArtefactsJson(List<ArtefactJson> items) {}

    static ArtefactJson of(Artefact artefact, boolean installed) {
        return new ArtefactJson(
                artefact.id(),
                artefact.module(),
                artefact.version().toString(),
                artefact.origin().word(),
                artefact.signer(),
                artefact.size(),
                artefact.storedAt(),
                artefact.storedBy(),
                installed);
    }
}
