package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.EndpointRefused;
import io.kontor.rest.RequestGate;
import io.kontor.rest.RestError;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open endpoints, one per module. Opening or closing one touches no other. */
@Component(service = Endpoints.class, configurationPid = "io.kontor.rest")
public final class Endpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final RequestGate gate;
    private final Idempotency idempotency;
    private final RestSettings settings;
    private final Bus bus = BusFactory.newInstance().createBus();
    private final Map<String, Server> open = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Integer> largest = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Passages passages;

    @Activate
    public Endpoints(@Reference RequestGate gate, @Reference Idempotency idempotency, RestSettings settings) {
        this.gate = gate;
        this.idempotency = idempotency;
        this.settings = settings;
        this.passages = new Passages(
                this::passable, settings::hold_milliseconds, settings.held_requests(), settings.requests_per_module());
        // Without one the bus searches all bundles for a class loader, at each request.
        bus.setExtension(Endpoints.class.getClassLoader(), ClassLoader.class);
    }

    Bus bus() {
        return bus;
    }

    Passages passages() {
        return passages;
    }

    /** Opens the endpoint of the module of this name. */
    void open(String name, List<Object> resources) {
        open(name, name, resources);
    }

    /** Opens the endpoint with these resources, in place of the one that is there. */
    synchronized void open(String name, String module, List<Object> resources) {
        seen.add(name);
        owners.put(name, module);
        close(name);
        try {
            open.put(name, start(name, resources));
            refused.remove(name);
            away.remove(name);
            LOG.info("/api/{} is open", name);
        } catch (EndpointRefused e) {
            refused.put(name, String.valueOf(e.getMessage()));
            LOG.error("/api/{} stays closed: {}", name, e.getMessage());
        }
        if (!held.contains(name)) { // who is held for it waits for the word of whoever holds it
            passages.wake(name);
        }
    }

    synchronized void close(String name) {
        Server server = open.remove(name);
        if (server != null) {
            server.destroy();
            gate.dismiss(name);
            LOG.info("/api/{} is closed", name);
        }
    }

    /** The module was uninstalled: requests for it do not wait for its return, unless somebody holds them for it. */
    synchronized void forget(String name) {
        close(name);
        if (!held.contains(name)) {
            seen.remove(name);
            refused.remove(name);
            owners.remove(name);
            largest.remove(name);
            away.remove(name);
            passages.wake(name);
        }
    }

    /** As {@link #forget}, also where requests are held. */
    synchronized void dismiss(String name) {
        held.remove(name);
        forget(name);
    }

    Set<String> names() {
        return Set.copyOf(open.keySet());
    }

    /** The endpoints that must not open, with the reason. */
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /**
     * Goes in, if the endpoint is open: then {@link #leave} must follow. A request for a module that is just being
     * replaced waits without a thread, and comes again by itself.
     *
     * @return false if it waits
     * @throws KontorException if there is no such endpoint, or it did not come back in time
     */
    boolean enter(String name, HttpServletRequest request) {
        while (!passages.enter(name)) {
            if (!held.contains(name)) {
                if (refused.containsKey(name) || away.contains(name)) {
                    throw new KontorException(RestError.MODULE_AWAY);
                }
                if (!seen.contains(name)) {
                    throw new KontorException(RestError.PATH_UNKNOWN);
                }
            }
            if (passages.await(name, request, this::stillWaits)) {
                return false;
            }
        }
        return true;
    }

    void leave(String name) {
        passages.leave(name);
    }

    private boolean passable(String name) {
        return open.containsKey(name) && !held.contains(name);
    }

    private boolean stillWaits(String name) {
        return held.contains(name)
                || !open.containsKey(name) && seen.contains(name) && !refused.containsKey(name) && !away.contains(name);
    }

    /** The endpoints of these modules, open or not. */
    Set<String> of(Set<String> modules) {
        Set<String> names = new TreeSet<>(modules);
        owners.forEach((name, module) -> {
            if (modules.contains(module)) {
                names.add(name);
            }
        });
        return names;
    }

    /** From now on requests wait at these endpoints, also at one that never was open. */
    void hold(Set<String> names) {
        held.addAll(names);
    }

    boolean held(String name) {
        return held.contains(name);
    }

    /** Lets them go on; who finds the endpoint closed is not kept waiting for it. */
    synchronized void release(Set<String> names) {
        for (String name : names) {
            if (open.containsKey(name)) {
                away.remove(name);
            } else {
                away.add(name);
            }
            held.remove(name);
            passages.wake(name);
        }
    }

    /** The largest body that an operation of the endpoint takes, in bytes. */
    int largestBody(String name) {
        return largest.getOrDefault(name, settings.max_body_bytes());
    }

    private Server start(String name, List<Object> resources) {
        JsonBody json = new JsonBody();
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/" + name);
        factory.setServiceBeans(resources);
        Map<Method, Guarded> guards = new EndpointPlan(name, factory).guards(gate);
        largest.put(
                name,
                guards.values().stream()
                        .mapToInt(guarded -> guarded.largestBody(settings.max_body_bytes()))
                        .max()
                        .orElse(settings.max_body_bytes()));
        factory.setInvoker(new OperationInvoker(idempotency, json));
        factory.setProviders(List.of(
                json,
                new TextParameters(),
                new ProblemMapper(),
                new ProblemMapper.ForWebExceptions(),
                new GuardFilter(guards, idempotency, settings.max_body_bytes())));
        factory.getOutInterceptors().add(new DateHeader());
        factory.setStart(false);
        Server server = factory.create();
        // CXF's own lets a query parameter or header change the method and the media types of a request.
        ServerProviderFactory providers =
                (ServerProviderFactory) server.getEndpoint().get(ServerProviderFactory.class.getName());
        providers.setRequestPreprocessor(null);
        server.start();
        return server;
    }

    @Deactivate
    synchronized void stop() {
        names().forEach(this::close);
        passages.stop();
        bus.shutdown(true);
    }
}
