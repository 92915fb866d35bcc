package io.kontor.rest;

/**
 * Tells all open browsers, of all workspaces, that something of the installation itself changed, for example which
 * modules have pages. An OSGi service. Nothing is kept: who is not connected at this moment looks for itself when it
 * comes back.
 */
public interface NodeHints {

    /**
     * Sends a {@code Hint} without id and version.
     *
     * @param type what changed, lower-case letters and dashes; no record's type
     */
    void tell(String type);

    /**
     * Sends a {@code Hint} without version.
     *
     * @param type as in {@link #tell(String)}
     * @param id which of them changed
     */
    void tell(String type, String id);
}
