package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.EndpointRefused;
import io.kontor.rest.RequestGate;
import io.kontor.rest.RestError;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final int MAX_WAITING = 32;

    private final RequestGate gate;
    private final Idempotency idempotency;
    private final RestSettings settings;
    private final Bus bus = BusFactory.newInstance().createBus();
    private final Map<String, Server> open = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    @Activate
    public Endpoints(@Reference RequestGate gate, @Reference Idempotency idempotency, RestSettings settings) {
        this.gate = gate;
        this.idempotency = idempotency;
        this.settings = settings;
        // Without one the bus searches all bundles for a class loader, at each request.
        bus.setExtension(Endpoints.class.getClassLoader(), ClassLoader.class);
    }

    Bus bus() {
        return bus;
    }

    /** Opens the endpoint with these resources, in place of the one that is there. */
    synchronized void open(String name, List<Object> resources) {
        seen.add(name);
        close(name);
        try {
            open.put(name, start(name, resources));
            refused.remove(name);
            LOG.info("/api/{} is open", name);
        } catch (EndpointRefused e) {
            refused.put(name, String.valueOf(e.getMessage()));
            LOG.error("/api/{} stays closed: {}", name, e.getMessage());
        }
        notifyAll();
    }

    synchronized void close(String name) {
        Server server = open.remove(name);
        if (server != null) {
            server.destroy();
            gate.dismiss(name);
            LOG.info("/api/{} is closed", name);
        }
    }

    /** The module was uninstalled: requests for it do not wait for its return. */
    synchronized void forget(String name) {
        close(name);
        seen.remove(name);
        refused.remove(name);
        notifyAll();
    }

    Set<String> names() {
        return Set.copyOf(open.keySet());
    }

    /** The endpoints that must not open, with the reason. */
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /**
     * Returns when the endpoint is open; a module that is just being replaced is waited for.
     *
     * @throws KontorException if there is none, or it did not come back in time
     */
    void await(String name) {
        if (open.containsKey(name)) {
            return;
        }
        if (!seen.contains(name)) {
            throw new KontorException(RestError.PATH_UNKNOWN);
        }
        if (refused.containsKey(name) || !waiting.tryAcquire()) {
            throw new KontorException(RestError.MODULE_AWAY);
        }
        try {
            hold(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KontorException(RestError.MODULE_AWAY, Map.of(), e);
        } finally {
            waiting.release();
        }
    }

    private synchronized void hold(String name) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.hold_milliseconds());
        while (!open.containsKey(name)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || refused.containsKey(name) || !seen.contains(name)) {
                throw new KontorException(RestError.MODULE_AWAY);
            }
            wait(left);
        }
    }

    private Server start(String name, List<Object> resources) {
        JsonBody json = new JsonBody();
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/" + name);
        factory.setServiceBeans(resources);
        Map<Method, Guarded> guards = new EndpointPlan(name, factory).guards(gate);
        factory.setInvoker(new OperationInvoker(idempotency, json));
        factory.setProviders(List.of(
                json,
                new TextParameters(),
                new ProblemMapper(),
                new ProblemMapper.ForWebExceptions(),
                new GuardFilter(guards, idempotency)));
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
        bus.shutdown(true);
    }
}
