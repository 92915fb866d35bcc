package io.kontor.kernel.internal;

import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Binds the actor to the thread. */
@Component
public final class ThreadActorContext implements ActorContext {

    private static final Actor NOBODY = Actor.system("kontor");

    private final ThreadLocal<@Nullable Actor> bound = new ThreadLocal<>();

    @Override
    public <T> T call(Actor actor, Supplier<T> work) {
        Actor former = bound.get();
        bound.set(actor);
        try {
            return work.get();
        } finally {
            if (former == null) {
                bound.remove();
            } else {
                bound.set(former);
            }
        }
    }

    @Override
    public Actor current() {
        Actor actor = bound.get();
        return actor == null ? NOBODY : actor;
    }
}
