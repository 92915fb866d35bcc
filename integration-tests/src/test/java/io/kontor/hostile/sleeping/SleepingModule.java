package io.kontor.hostile.sleeping;

import io.kontor.kernel.ModuleDescriptor;
import io.kontor.kernel.Permission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;

/** What the module says about itself; and how it sleeps, which no interruption ends. */
@Component
public final class SleepingModule implements ModuleDescriptor {
    static final String READ = "sleeping:read";

    @Override
    public String name() {
        return "sleeping";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.everybody(READ));
    }

    static void sleep() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
            Thread.interrupted();
        }
    }
}
