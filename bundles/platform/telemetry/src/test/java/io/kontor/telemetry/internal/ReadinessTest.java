package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kontor.telemetry.Health;
import io.kontor.telemetry.HealthCheck;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final Readiness readiness = new Readiness();

    @Test
    void asksEveryPart() {
        readiness.add(part("store", Health::up));
        readiness.add(part("jobs", () -> Health.down("no worker")));
        assertEquals(Map.of("store", Health.up(), "jobs", Health.down("no worker")), readiness.ask());
    }

    @Test
    void countsAPartThatFailsAsDown() {
        readiness.add(part("store", () -> {
            throw new IllegalStateException("closed");
        }));
        assertFalse(readiness.ask().get("store").ready());
    }

    @Test
    void forgetsAPartThatWent() {
        HealthCheck jobs = part("jobs", Health::up);
        readiness.add(jobs);
        readiness.remove(jobs);
        assertEquals(Map.of(), readiness.ask());
    }

    private static HealthCheck part(String name, Supplier<Health> state) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return state.get();
            }
        };
    }
}
