package io.kontor.kernel.internal;

import io.kontor.kernel.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Publishes the one {@link Clock} of the process, and the {@link MovableClock} where the node allows to set it. */
@Component(
        configurationPid = "io.kontor.kernel",
        service = {})
@Designate(ocd = ClockPublisher.Config.class)
public final class ClockPublisher {

    /** Node settings, {@code etc/io.kontor.kernel.cfg}. */
    @ObjectClassDefinition(name = "Kernel")
    public @interface Config {
        @AttributeDefinition(description = "Whether the clock may be set from outside: demo and tests only")
        boolean clockMayBeSet() default false;
    }

    /** As exact as the database's DATETIME(6), so that what was written is read back equal. */
    private static final Clock SYSTEM = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    private final ServiceRegistration<?> registration;

    @Activate
    public ClockPublisher(BundleContext context, Config config) {
        if (config.clockMayBeSet()) {
            MovableClock clock = new MovableClock(SYSTEM);
            String[] types = {Clock.class.getName(), MovableClock.class.getName()};
            registration = context.registerService(types, clock, null);
        } else {
            registration = context.registerService(Clock.class, SYSTEM, null);
        }
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }
}
