package io.kontor.kernel;

import java.util.function.Supplier;

/** Who the current thread acts for; bound at the doors like the workspace. An OSGi service. */
public interface ActorContext {

    /** Does the work as the actor, and restores the former binding afterwards. */
    <T> T call(Actor actor, Supplier<T> work);

    /** As {@link #call}, for work without a result. */
    default void run(Actor actor, Runnable work) {
        call(actor, () -> {
            work.run();
            return true;
        });
    }

    /** The bound actor, or Kontor itself where no door bound one. */
    Actor current();
}
