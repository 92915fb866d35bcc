package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.RestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The ways from the door to the endpoints: who is inside, and who waits for an endpoint that is being replaced. Whoever
 * waits gives the thread back and is dispatched again when the way is free or the time is over.
 */
final class Passages {

    /** Until when the request waits at most, in nanoseconds; kept while it is dispatched anew. */
    private static final String UNTIL = Passages.class.getName() + ".until";

    /** Only in case that a dispatch was lost. */
    private static final long LAST_RESORT_MILLISECONDS = 30_000;

    private static final class Passage {
        final AtomicInteger inside = new AtomicInteger();
        final List<Held> held = new ArrayList<>();
    }

    private static final class Held {
        final AsyncContext request;

        @Nullable
        ScheduledFuture<?> end;

        Held(AsyncContext request) {
            this.request = request;
        }
    }

    private final Map<String, Passage> passages = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder everHeld = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final Predicate<String> free;
    private final LongSupplier holdMilliseconds;
    private final int most;
    private final int mostInside;
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kontor-rest-held"));

    /**
     * @param free whether an endpoint is open and nobody holds requests for it
     * @param most how many may wait, of all endpoints
     * @param mostInside how many may be inside one endpoint, so that a slow one leaves threads for the others
     */
    Passages(Predicate<String> free, LongSupplier holdMilliseconds, int most, int mostInside) {
        this.free = free;
        this.holdMilliseconds = holdMilliseconds;
        this.most = most;
        this.mostInside = mostInside;
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Goes in, if the way is free: then {@link #leave} must follow.
     *
     * @return false if it is not; ask which way to go
     */
    boolean enter(String name) {
        Passage passage = passages.get(name);
        if (passage == null) {
            if (!free.test(name)) {
                return false;
            }
            passage = passage(name);
        }
        // Counted first: whoever closes the way and then sees nobody inside can be sure of it.
        if (passage.inside.incrementAndGet() <= mostInside && free.test(name)) {
            return true;
        }
        leave(name);
        return false;
    }

    /** There is room for one of those who wait. */
    void leave(String name) {
        Passage passage = passage(name);
        passage.inside.decrementAndGet();
        Held next = null;
        synchronized (passage) {
            if (!passage.held.isEmpty() && passage.inside.get() < mostInside && free.test(name)) {
                next = passage.held.remove(0);
            }
        }
        if (next != null) {
            dispatch(next);
        }
    }

    int inside(String name) {
        return passage(name).inside.get();
    }

    /**
     * Lets a request wait.
     *
     * @param stillWaits whether it must, once more: what it waits for may have come in between
     * @return false if it need not; then it may try again at once
     * @throws KontorException {@link RestError#MODULE_AWAY} if it waited long enough, or too many wait
     */
    boolean await(String name, HttpServletRequest request, Predicate<String> stillWaits) {
        long now = System.nanoTime();
        long until = request.getAttribute(UNTIL) instanceof Long earlier
                ? earlier
                : now + TimeUnit.MILLISECONDS.toNanos(holdMilliseconds.getAsLong());
        if (until - now <= 0 || !request.isAsyncSupported() || waiting.get() >= most) {
            turnedAway.increment();
            throw new KontorException(RestError.MODULE_AWAY);
        }
        Passage passage = passage(name);
        synchronized (passage) {
            if (!stillWaits.test(name) && passage.inside.get() < mostInside) {
                return false;
            }
            request.setAttribute(UNTIL, until);
            AsyncContext context = request.startAsync();
            context.setTimeout(holdMilliseconds.getAsLong() + LAST_RESORT_MILLISECONDS);
            Held held = new Held(context);
            passage.held.add(held);
            waiting.incrementAndGet();
            everHeld.increment();
            held.end = clock.schedule(() -> expire(passage, held), until - now, TimeUnit.NANOSECONDS);
        }
        return true;
    }

    /** Something changed: whoever waits looks again. */
    void wake(String name) {
        Passage passage = passages.get(name);
        if (passage == null) {
            return;
        }
        List<Held> all;
        synchronized (passage) {
            all = List.copyOf(passage.held);
            passage.held.clear();
        }
        all.forEach(this::dispatch);
    }

    int waiting() {
        return waiting.get();
    }

    long everHeld() {
        return everHeld.sum();
    }

    long turnedAway() {
        return turnedAway.sum();
    }

    private void expire(Passage passage, Held held) {
        boolean waits;
        synchronized (passage) {
            waits = passage.held.remove(held);
        }
        if (waits) {
            dispatch(held);
        }
    }

    private void dispatch(Held held) {
        if (held.end != null) {
            held.end.cancel(false);
        }
        waiting.decrementAndGet();
        held.request.dispatch();
    }

    private Passage passage(String name) {
        return passages.computeIfAbsent(name, key -> new Passage());
    }

    void stop() {
        clock.shutdownNow();
        List.copyOf(passages.keySet()).forEach(this::wake);
    }
}
