package io.kontor.kernel;

/**
 * This process among those that share the control database: for leases. An OSGi service.
 *
 * @param name the same after a restart, so that a node can free at once what its former process held
 * @param incarnation different after each start
 */
public record Node(String name, String incarnation) {

    private static final char SEPARATOR = '/';

    /** Who holds a lease, at most 40 characters. */
    public String owner() {
        return name + SEPARATOR + incarnation;
    }

    /** What the owners of this node's former processes begin with. */
    public String ownerPrefix() {
        return name + SEPARATOR;
    }
}
