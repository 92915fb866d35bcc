package io.kontor.events.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a node that gives committed events their positions, and that notices those which other nodes gave.
 * A commit of this node wakes it at once; for other nodes' events it looks a few times per second.
 */
@Component(service = Sequencer.class)
public final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 500;
    private static final int KEPT_IN_MEMORY = 4000;
    private static final Duration POLL = Duration.ofMillis(300);

    /** Commits that follow each other closely share one pass. */
    private static final Duration GATHERING = Duration.ofMillis(4);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final OutboxStore outbox;
    private final RecentEvents recent;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = new Thread(this::loop, "kontor-events-sequencer");
    private volatile boolean stopping;

    @Activate
    public Sequencer(@Reference OutboxStore outbox) {
        this.outbox = outbox;
        this.recent = new RecentEvents(KEPT_IN_MEMORY, outbox.lastPosition());
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    /** Asks for a pass soon. */
    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Called on the sequencer's thread when there are new events; must be quick. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void ignore(Runnable listener) {
        listeners.remove(listener);
    }

    RecentEvents recent() {
        return recent;
    }

    /** The events after a position, from memory where they are kept. */
    List<StoredEvent> after(long position, int limit) {
        return recent.after(position, limit).orElseGet(() -> outbox.after(position, limit));
    }

    private void loop() {
        while (!stopping) {
            try {
                boolean woken = wakes.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
                if (woken && !stopping) {
                    LockSupport.parkNanos(GATHERING.toNanos());
                }
                pass(woken);
            } catch (InterruptedException e) {
                LOG.debug("Interrupted; stopping", e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("Events wait for their positions; trying again in a moment", e);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    private void pass(boolean woken) {
        long before = recent.last();
        if (woken || outbox.unsequenced()) {
            sequenceAll();
        }
        if (!woken) {
            followOthers();
        }
        if (woken || recent.last() > before) {
            listeners.forEach(Sequencer::quietly);
        }
    }

    private void sequenceAll() {
        List<StoredEvent> numbered;
        do {
            numbered = outbox.sequence(BATCH);
            remember(numbered);
        } while (numbered.size() == BATCH);
    }

    private void remember(List<StoredEvent> numbered) {
        if (!numbered.isEmpty() && numbered.get(0).position() == recent.last() + 1) {
            recent.add(numbered);
        } else if (!numbered.isEmpty()) {
            followOthers();
        }
    }

    private void followOthers() {
        List<StoredEvent> found;
        do {
            found = outbox.after(recent.last(), BATCH);
            recent.add(found);
        } while (found.size() == BATCH);
    }

    private static void quietly(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A listener of new events failed", e);
        }
    }
}
