package io.kontor.connector;

import java.util.Set;

/**
 * Shops inside the house that this very product runs, such as the demo's. Published as an OSGi service by the module
 * that runs them; the connector may reach exactly these targets beside the operator's {@code allowedPrivateTargets}.
 */
public interface PrivateTargets {

    /** {@code host:port} of each, the host in lower case, as it stands in the account's address. Asked each time. */
    Set<String> targets();
}
