package io.kontor.rest.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Sees resources come and go with their bundles, and opens an endpoint when a bundle's resources have settled. */
@Component(service = ResourceTracker.class, immediate = true)
public final class ResourceTracker implements ServiceTrackerCustomizer<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceTracker.class);
    private static final long SETTLE_MILLISECONDS = 100;

    private final Endpoints endpoints;
    private final BundleContext context;
    private final Map<String, Map<ServiceReference<?>, Object>> resources = new HashMap<>();
    private final Map<String, ScheduledFuture<?>> planned = new HashMap<>();
    private final ScheduledExecutorService opener =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kontor-rest-endpoints"));
    private final ServiceTracker<Object, Object> tracker;

    @Activate
    public ResourceTracker(BundleContext context, @Reference Endpoints endpoints) throws InvalidSyntaxException {
        this.context = context;
        this.endpoints = endpoints;
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
                plan(name(reference));
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
            plan(name);
        }
        context.ungetService(reference);
    }

    private void plan(String name) {
        ScheduledFuture<?> former =
                planned.put(name, opener.schedule(() -> settle(name), SETTLE_MILLISECONDS, TimeUnit.MILLISECONDS));
        if (former != null) {
            former.cancel(false);
        }
    }

    private void settle(String name) {
        List<Object> ready;
        synchronized (resources) {
            planned.remove(name);
            ready = new ArrayList<>(resources.getOrDefault(name, Map.of()).values());
        }
        try {
            if (!ready.isEmpty()) {
                endpoints.open(name, ready);
            } else if (!installed(name)) {
                endpoints.forget(name);
            }
        } catch (RuntimeException e) {
            LOG.error("/api/{} could not be opened", name, e);
        }
    }

    private boolean installed(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(module(bundle))) {
                return true;
            }
        }
        return false;
    }

    private static String name(ServiceReference<?> reference) {
        Object path = reference.getProperty("kontor.rest.path");
        return path instanceof String own && !own.isEmpty() ? own : module(reference.getBundle());
    }

    private static String module(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Deactivate
    void stop() {
        tracker.close();
        opener.shutdownNow();
    }
}
