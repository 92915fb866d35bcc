package io.kontor.it.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.client.Visitor;
import io.kontor.it.modules.OpenLoop.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everybody else: what has to be answered as always while something happens to a module. */
final class Neighbours {
    private static final int PER_SECOND = 10;
    private static final int WARM_UP = 5;
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final List<Target> OTHERS = List.of(
            Target.get("customer", "/api/customer/customers"),
            Target.get("order", "/api/order/orders"),
            Target.get("pipeline", "/api/pipeline/pipelines"),
            Target.get("catalog", "/api/catalog/products"),
            Target.get("health", "/health/live"));

    private Neighbours() {}

    /** What happens meanwhile. */
    @FunctionalInterface
    interface Event {
        void happens() throws Exception;
    }

    /** None of the others' requests fails, and none waits as long as a held one does, in {@code GrantedTime}. */
    static void unharmedBy(Visitor proprietor, Event event) throws Exception {
        watched(proprietor, List.of(), event);
    }

    /** As {@link #unharmedBy}; the module's own requests may wait until it is back, but must not fail either. */
    static void andItself(Visitor proprietor, Target own, Event event) throws Exception {
        watched(proprietor, List.of(own), event);
    }

    private static void watched(Visitor proprietor, List<Target> own, Event event) throws Exception {
        List<Target> targets = new ArrayList<>(OTHERS);
        targets.addAll(own);
        targets.forEach(target -> warmUp(proprietor, target)); // a cold product is slow all by itself
        try (OpenLoop loop = OpenLoop.start(proprietor, PER_SECOND, targets)) {
            event.happens();
            Shots shots = loop.stop();
            assertEquals(List.of(), shots.failed());
            Duration longest = shots.of(shot ->
                            own.stream().noneMatch(target -> target.module().equals(shot.module())))
                    .latency(1);
            assertTrue(longest.compareTo(LONGEST) < 0, () -> "somebody else waited " + longest);
        }
    }

    private static void warmUp(Visitor proprietor, Target target) {
        for (int i = 0; i < WARM_UP; i++) {
            proprietor.send(target.call().get()).expect(target.status());
        }
    }
}
