package io.kontor.demo.internal;

import io.kontor.kernel.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The product's clock, which the demo may set only where the node allows it. */
@Component(service = Timepiece.class)
public final class Timepiece {
    private final Clock clock;
    private final Optional<MovableClock> movable;

    @Activate
    public Timepiece(
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    MovableClock movable) {
        this.clock = clock;
        this.movable = Optional.ofNullable(movable);
    }

    Clock clock() {
        return clock;
    }

    boolean mayBeSet() {
        return movable.isPresent();
    }

    /** Sets the clock where it may be set. */
    void set(Instant now) {
        movable.ifPresent(watch -> watch.set(now));
    }

    /** Back to real time. */
    void reset() {
        movable.ifPresent(MovableClock::reset);
    }
}
