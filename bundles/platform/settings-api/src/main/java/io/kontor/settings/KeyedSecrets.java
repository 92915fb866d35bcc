package io.kontor.settings;

import java.util.SortedMap;

/** Secrets whose key file can be told from another one without showing a key. An OSGi service for this node's key file. */
public interface KeyedSecrets extends Secrets {

    /** By the number of each key the first 16 hexadecimal digits of a SHA-256 over it: the same for the same key only. */
    SortedMap<Integer, String> fingerprints();
}
