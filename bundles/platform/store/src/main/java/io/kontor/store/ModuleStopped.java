package io.kontor.store;

/**
 * The module whose tables were asked for is going away, or the whole product is: nothing is wrong with the work, and it
 * is done when the module is back. Never a reason to set a record aside.
 */
public final class ModuleStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModuleStopped(String module) {
        super("Module " + module + " has been stopped");
    }
}
