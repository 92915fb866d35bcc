package io.kontor.modules.internal.framework;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.archive.ModuleBundle;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.resource.Resource;

/**
 * The bundles of modules in the OSGi framework. They are started transiently, so after a restart of the process none of
 * them runs before the engine says so. What fails is thrown as {@link BundleFailed}, with the reason.
 */
public interface Framework {

    /**
     * A bundle that the engine installed.
     *
     * @param sha256 of the jar that it was installed from
     * @param resource what it provides and requires
     */
    record Installed(long id, String module, String symbolicName, String sha256, boolean active, Resource resource) {}

    /** The bundles of all modules. */
    List<Installed> installed();

    /** What is there beside them. */
    List<Resource> base();

    long install(String module, ModuleBundle bundle, byte[] jar);

    /** A bundle that is wired to others stays so until these are refreshed. */
    void uninstall(long id);

    void start(long id, Duration limit);

    void stop(long id, Duration limit);

    /** Lets go of what was uninstalled and wires what is left anew; stops nothing but what is wired to it. */
    void refresh(Collection<Long> ids, Duration limit);

    /** The symbolic names of bundles of the base that a refresh of these would restart. */
    Set<String> baseAffected(Collection<Long> ids);

    /** Modules with a component that cannot do without a service that one of these publishes. */
    Set<String> serviceUsers(Collection<Long> ids);

    /** Why a part of the module is not ready; empty if all are. */
    Optional<Reason> unready(String module);
}
