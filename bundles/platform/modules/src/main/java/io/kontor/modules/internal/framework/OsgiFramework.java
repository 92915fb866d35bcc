package io.kontor.modules.internal.framework;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.BundleReader;
import io.kontor.modules.internal.archive.ModuleBundle;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Resource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The framework that this bundle runs in. The bundles of modules are known by their location
 * {@code kontor:<module>/<symbolic name>/<checksum of the jar>}.
 */
@Component(service = Framework.class)
public final class OsgiFramework implements Framework {

    private static final String PREFIX = "kontor:";
    private static final int PARTS = 3;

    /** Published for a module when its migrations have run. */
    private static final String STORE = "io.kontor.store.Store";

    /** Behind everything of the base. */
    private static final int START_LEVEL = 80;

    private final BundleContext context;
    private final Components components;
    private final Map<Long, Resource> resources = new ConcurrentHashMap<>();

    @Activate
    public OsgiFramework(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.components = new Components(runtime);
    }

    @Override
    public List<Installed> installed() {
        List<Installed> all = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String[] parts = parts(bundle);
            if (parts.length == PARTS) {
                Resource resource = resources.computeIfAbsent(bundle.getBundleId(), id -> resource(bundle));
                all.add(new Installed(
                        bundle.getBundleId(),
                        parts[0],
                        parts[1],
                        parts[2],
                        bundle.getState() == Bundle.ACTIVE,
                        resource));
            }
        }
        resources.keySet().retainAll(all.stream().map(Installed::id).collect(Collectors.toSet()));
        return all;
    }

    private static String[] parts(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(PREFIX) ? location.substring(PREFIX.length()).split("/") : new String[0];
    }

    private static Resource resource(Bundle bundle) {
        Map<String, String> headers = new HashMap<>();
        var named = bundle.getHeaders("");
        Collections.list(named.keys()).forEach(key -> headers.put(key, named.get(key)));
        return BundleReader.resource(bundle.getLocation(), headers);
    }

    @Override
    public List<Resource> base() {
        return Stream.of(context.getBundles())
                .filter(bundle -> parts(bundle).length == 0)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .map(Resource.class::cast)
                .toList();
    }

    @Override
    public long install(String module, ModuleBundle bundle, byte[] jar) {
        String location = PREFIX + module + "/" + bundle.symbolicName() + "/" + bundle.sha256();
        try {
            Bundle installed = context.installBundle(location, new ByteArrayInputStream(jar));
            installed.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            return installed.getBundleId();
        } catch (BundleException e) {
            throw failed(ModuleReason.INSTALL_FAILED, e);
        }
    }

    @Override
    public void uninstall(long id) {
        Bundle bundle = context.getBundle(id);
        if (bundle != null) {
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                throw failed(ModuleReason.INSTALL_FAILED, e);
            }
        }
    }

    @Override
    public void start(long id, Duration limit) {
        call(id, limit, ModuleReason.START_HANGS, bundle -> bundle.start(Bundle.START_TRANSIENT));
    }

    @Override
    public void stop(long id, Duration limit) {
        call(id, limit, ModuleReason.STOP_HANGS, bundle -> bundle.stop(Bundle.STOP_TRANSIENT));
    }

    private interface Command {
        void run(Bundle bundle) throws BundleException;
    }

    private void call(long id, Duration limit, ModuleReason hanging, Command command) {
        Bundle bundle = context.getBundle(id);
        if (bundle == null) {
            return;
        }
        try {
            LimitedCall.run(bundle.getSymbolicName(), limit, () -> command.run(bundle));
        } catch (LimitedCall.Hangs e) {
            boolean locked = (bundle.getState() & (Bundle.STARTING | Bundle.STOPPING)) != 0;
            throw new BundleFailed(hanging.with(Map.of("seconds", limit.toSeconds())), locked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ModuleReason.STOPPED, e);
        } catch (Exception e) { // the module's own code
            throw failed(ModuleReason.START_THREW, e);
        }
    }

    private static BundleFailed failed(ModuleReason reason, Exception thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
        String words = cause instanceof BundleException || cause instanceof BundleFailed
                ? message
                : cause.getClass().getSimpleName() + ": " + message;
        return new BundleFailed(reason.with(Map.of("message", words)), false, thrown);
    }

    @Override
    public void refresh(Collection<Long> ids, Duration limit) {
        FrameworkWiring wiring = wiring();
        Set<Long> wanted = new HashSet<>(ids);
        // What was uninstalled has no id any more that leads to it.
        List<Bundle> bundles = wiring.getRemovalPendingBundles().stream()
                .filter(bundle -> wanted.contains(bundle.getBundleId()))
                .collect(Collectors.toCollection(ArrayList::new));
        ids.stream().map(context::getBundle).filter(Objects::nonNull).forEach(bundles::add);
        if (bundles.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(bundles, event -> done.countDown());
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BundleFailed(
                        ModuleReason.INSTALL_FAILED.with(Map.of("message", "the framework does not end its refresh")),
                        false,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ModuleReason.STOPPED, e);
        }
    }

    @Override
    public Set<String> baseAffected(Collection<Long> ids) {
        List<Bundle> bundles =
                ids.stream().map(context::getBundle).filter(Objects::nonNull).toList();
        return wiring().getDependencyClosure(bundles).stream()
                .filter(bundle -> parts(bundle).length == 0)
                .map(bundle -> String.valueOf(bundle.getSymbolicName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> serviceUsers(Collection<Long> ids) {
        List<Bundle> ours = Stream.of(context.getBundles())
                .filter(bundle -> parts(bundle).length == PARTS)
                .toList();
        Set<Long> users = components.users(ours, Set.copyOf(ids));
        return ours.stream()
                .filter(bundle -> users.contains(bundle.getBundleId()))
                .map(bundle -> parts(bundle)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<Reason> unready(String module) {
        for (Bundle bundle : context.getBundles()) {
            String[] parts = parts(bundle);
            if (parts.length == PARTS && parts[0].equals(module)) {
                Optional<Reason> reason = unready(bundle, module);
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Reason> unready(Bundle bundle, String module) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return Optional.of(
                    ModuleReason.START_THREW.with(Map.of("message", bundle.getSymbolicName() + " is not active")));
        }
        if (bundle.getHeaders("").get("Kontor-Store") != null && !tables(module)) {
            return Optional.of(ModuleReason.TABLES.with(Map.of("message", "the log says which migration it is at")));
        }
        return components.unready(bundle);
    }

    private boolean tables(String module) {
        try {
            return context.getServiceReferences(STORE, "(unit=" + module + ")") != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("A module's word needs no escaping", e);
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }
}
