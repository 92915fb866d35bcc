package io.kontor.customer.internal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.customer.DemoData;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.EventConsumer;
import io.kontor.events.Subscriptions;
import io.kontor.jobs.JobHandler;
import io.kontor.testkit.RecordingJobs;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

@DatabaseTest(workspace = "customer")
class DemoPartsTest {

    private final Set<String> subscriptions = new TreeSet<>();
    private final Set<String> jobs = new TreeSet<>();
    private final DemoParts parts;

    DemoPartsTest(TestDatabase database) {
        parts = new DemoParts(
                new DemoRemovalStore(database.store("customer"), proxy(Subscriptions.class)),
                database.transactions(),
                new RecordingJobs(),
                new TestClock(),
                framework());
    }

    @Test
    void aModuleHasItsSubscriptionAndItsJobWhileItIsHere() {
        DemoData order = new Nothing("order");
        parts.bind(order);
        parts.bind(new Nothing("catalog"));
        assertEquals(Set.of("catalog.demo-data", "order.demo-data"), subscriptions);
        assertEquals(subscriptions, jobs);

        parts.unbind(order);
        assertEquals(Set.of("catalog.demo-data"), subscriptions);
        assertEquals(subscriptions, jobs);
    }

    @Test
    void nothingIsLeftWhenTheCoreGoes() {
        DemoData order = new Nothing("order");
        parts.bind(order);

        parts.deactivate();
        parts.unbind(order);

        assertEquals(Set.of(), subscriptions);
        assertEquals(Set.of(), jobs);
    }

    /** A module without sample data. */
    private record Nothing(String module) implements DemoData {

        @Override
        public int removeSome(SourceAccountId account) {
            return 0;
        }
    }

    /** The part of the framework that keeps the register of services. */
    private BundleContext framework() {
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (framework, method, arguments) -> register(arguments[1]));
    }

    private ServiceRegistration<?> register(Object service) {
        String subscription = ((EventConsumer) service).subscription();
        String job = ((JobHandler) service).job();
        subscriptions.add(subscription);
        jobs.add(job);
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                ServiceRegistration.class.getClassLoader(),
                new Class<?>[] {ServiceRegistration.class},
                (registration, method, arguments) -> {
                    subscriptions.remove(subscription);
                    jobs.remove(job);
                    return null;
                });
    }

    private static <T> T proxy(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (any, method, arguments) -> null));
    }
}
