package io.kontor.rest.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees resources come and go with their bundles, and opens an endpoint when all resources that its bundle declares are
 * there. One that does not come keeps the others waiting for a while only.
 */
@Component(service = ResourceTracker.class, immediate = true)
public final class ResourceTracker implements ServiceTrackerCustomizer<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceTracker.class);
    private static final long PATIENCE_MILLISECONDS = 5_000;

    private final Endpoints endpoints;
    private final DeclaredResources declared;
    private final BundleContext context;
    private final Map<String, Map<ServiceReference<?>, Object>> resources = new HashMap<>();
    private final Map<String, ScheduledFuture<?>> planned = new HashMap<>();
    private final ScheduledExecutorService opener =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kontor-rest-endpoints"));
    private final ServiceTracker<Object, Object> tracker;
    private boolean stopped;

    @Activate
    public ResourceTracker(BundleContext context, @Reference Endpoints endpoints, @Reference DeclaredResources declared)
            throws InvalidSyntaxException {
        this.context = context;
        this.endpoints = endpoints;
        this.declared = declared;
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter("(kontor.rest.resource=true)"), this);
        tracker.open();
    }

    @Override
    public @Nullable Object addingService(ServiceReference<Object> reference) {
        Object resource = context.getService(reference);
        if (resource != null) {
            synchronized (resources) {
                resources
                        .computeIfAbsent(name(reference), name -> new LinkedHashMap<>())
                        .put(reference, resource);
                plan(name(reference), false, 0);
            }
        }
        return resource;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Object resource) {
        // The path of an endpoint is fixed by the component's annotation.
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Object resource) {
        String name = name(reference);
        synchronized (resources) {
            Map<ServiceReference<?>, Object> rest = resources.getOrDefault(name, new HashMap<>());
            rest.remove(reference);
            endpoints.close(name);
            if (rest.isEmpty()) {
                resources.remove(name);
            }
            plan(name, false, 0);
        }
        context.ungetService(reference);
    }

    /** In a thread of its own: who registers a service holds locks of its own. */
    private void plan(String name, boolean anyway, long milliseconds) {
        if (stopped) {
            return;
        }
        ScheduledFuture<?> former =
                planned.put(name, opener.schedule(() -> settle(name, anyway), milliseconds, TimeUnit.MILLISECONDS));
        if (former != null) {
            former.cancel(false);
        }
    }

    private void settle(String name, boolean anyway) {
        Map<ServiceReference<?>, Object> ready;
        synchronized (resources) {
            ScheduledFuture<?> next = planned.remove(name);
            if (next != null) {
                next.cancel(false); // What it would look at is looked at now.
            }
            ready = new LinkedHashMap<>(resources.getOrDefault(name, Map.of()));
        }
        try {
            if (!ready.isEmpty()) {
                openIfComplete(name, ready, anyway);
            } else if (!installed(name)) {
                endpoints.forget(name);
            }
        } catch (RuntimeException e) {
            LOG.error("/api/{} could not be opened", name, e);
        }
    }

    private void openIfComplete(String name, Map<ServiceReference<?>, Object> ready, boolean anyway) {
        Bundle bundle = ready.keySet().iterator().next().getBundle();
        if (bundle == null || bundle.getState() == Bundle.STOPPING) {
            return; // Its last resources are about to go as well.
        }
        Set<String> missing = declared.of(bundle, name);
        ready.keySet().forEach(present -> missing.remove(String.valueOf(present.getProperty("component.name"))));
        if (missing.isEmpty()) {
            endpoints.open(name, DeclaredResources.module(bundle), List.copyOf(ready.values()));
        } else if (anyway) {
            LOG.warn("/api/{} opens without {}, which lack something they refer to", name, missing);
            endpoints.open(name, DeclaredResources.module(bundle), List.copyOf(ready.values()));
        } else {
            synchronized (resources) {
                if (!planned.containsKey(name)) {
                    plan(name, true, PATIENCE_MILLISECONDS);
                }
            }
        }
    }

    private boolean installed(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(DeclaredResources.module(bundle))) {
                return true;
            }
        }
        return false;
    }

    private static String name(ServiceReference<?> reference) {
        return DeclaredResources.endpoint(reference.getProperty("kontor.rest.path"), reference.getBundle());
    }

    /** Nothing is opened any more, and what goes with the tracker is only closed. */
    @Deactivate
    void stop() {
        synchronized (resources) {
            stopped = true;
        }
        opener.shutdownNow();
        tracker.close();
    }
}
