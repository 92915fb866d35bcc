package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class ResourceTrackerTest {

    private static final long PATIENCE_MILLISECONDS = 20_000;

    private final RunningDoor door;
    private final Map<ServiceReference<?>, Object> services = new HashMap<>();
    private final Bundle bundle = fake(Bundle.class, Map.of("getSymbolicName", "io.kontor.note", "getState", 32));
    private final BundleContext context = context();
    private final ResourceTracker tracker;

    ResourceTrackerTest() throws Exception {
        door = new RunningDoor();
        tracker = new ResourceTracker(context, door.endpoints, new DeclaredResources(runtime("first", "second")));
    }

    @AfterEach
    void close() throws Exception {
        tracker.stop();
        door.close();
    }

    @Test
    void anEndpointOpensOnceAllThatItsBundleDeclaresIsThere() throws Exception {
        comes("first", new NoteResource());
        TimeUnit.MILLISECONDS.sleep(300);
        assertEquals(Set.of(), door.endpoints.names());
        comes("second", new Other());
        awaitOpen();
    }

    @Test
    void aResourceThatGoesClosesTheEndpointUntilItIsBack() throws Exception {
        comes("first", new NoteResource());
        ServiceReference<Object> second = comes("second", new Other());
        awaitOpen();
        tracker.removedService(second, services.get(second));
        TimeUnit.MILLISECONDS.sleep(300);
        assertEquals(Set.of(), door.endpoints.names());
        comes("second", new Other());
        awaitOpen();
    }

    @Test
    void aResourceThatDoesNotComeKeepsTheOthersWaitingForAWhileOnly() throws Exception {
        comes("first", new NoteResource());
        awaitOpen();
    }

    @Test
    void whatGoesWhileTheTrackerStopsOpensNothingAndFailsNothing() throws Exception {
        comes("first", new NoteResource());
        ServiceReference<Object> second = comes("second", new Other());
        awaitOpen();
        tracker.stop();
        tracker.removedService(second, services.get(second));
        assertEquals(Set.of(), door.endpoints.names());
    }

    private void awaitOpen() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS);
        while (!door.endpoints.names().contains("note")) {
            assertTrue(System.nanoTime() < end, "It did not open");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private ServiceReference<Object> comes(String component, Object resource) {
        @SuppressWarnings("unchecked")
        ServiceReference<Object> reference = (ServiceReference<Object>) fake(
                ServiceReference.class,
                Map.of("getBundle", bundle),
                (proxy, method, arguments) -> "component.name".equals(arguments[0]) ? component : null);
        services.put(reference, resource);
        tracker.addingService(reference);
        return reference;
    }

    private BundleContext context() {
        return fake(BundleContext.class, Map.of("getBundles", new Bundle[] {bundle}), (proxy, method, arguments) -> {
            if (method.getName().equals("getService")) {
                return services.get((ServiceReference<?>) arguments[0]);
            }
            return method.getReturnType() == boolean.class ? true : null;
        });
    }

    private static ServiceComponentRuntime runtime(String... names) {
        List<ComponentDescriptionDTO> components = new ArrayList<>();
        Stream.of(names).forEach(name -> {
            ComponentDescriptionDTO component = new ComponentDescriptionDTO();
            component.name = name;
            component.defaultEnabled = true;
            component.properties = Map.of("kontor.rest.resource", true);
            components.add(component);
        });
        ComponentDescriptionDTO other = new ComponentDescriptionDTO();
        other.name = "no-resource";
        other.defaultEnabled = true;
        other.properties = Map.of();
        components.add(other);
        return fake(ServiceComponentRuntime.class, Map.of("getComponentDescriptionDTOs", components));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return fake(type, answers, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers, InvocationHandler otherwise) {
        return type.cast(Proxy.newProxyInstance(
                ResourceTrackerTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default ->
                        answers.containsKey(method.getName())
                                ? answers.get(method.getName())
                                : otherwise.invoke(proxy, method, arguments);
                }));
    }

    /** A second resource of the same endpoint. */
    @javax.ws.rs.Path("/other")
    public static final class Other {

        @javax.ws.rs.GET
        public String read() {
            return "";
        }
    }
}
