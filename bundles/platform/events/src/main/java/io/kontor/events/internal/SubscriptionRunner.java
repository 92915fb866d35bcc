package io.kontor.events.internal;

import io.kontor.events.EventConsumer;
import io.kontor.events.internal.FailureStore.State;
import io.kontor.events.internal.StoredEvent.Key;
import io.kontor.events.internal.SubscriptionStore.LeaseLost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one subscription forward. What the handlers write and the new position commit together; consecutive events of
 * one workspace share a transaction. If one of them fails, they are done one by one, and the one that fails again is put
 * aside: from then on its subject waits, and everything else goes on. Used by one thread at a time.
 */
final class SubscriptionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionRunner.class);
    private static final int READ = 500;
    private static final int BATCH = 50;
    private static final long SAVE_SKIPPED_NANOS = TimeUnit.SECONDS.toNanos(SubscriptionStore.LEASE_SECONDS) / 3;

    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final EventConsumer consumer;
    private final String name;
    private final Set<String> wanted;
    private final Delivery delivery;
    private final FailedEvents failed;
    private final LongSupplier nanos;
    private final Set<Key> blocked = new HashSet<>();
    private boolean leased;
    private boolean refused;
    private long refusedAt;
    private long position;
    private long renewedAt;
    private volatile boolean stopping;

    SubscriptionRunner(EventConsumer consumer, Delivery delivery, LongSupplier nanos) {
        this.consumer = consumer;
        this.name = consumer.subscription();
        this.wanted = Set.copyOf(consumer.events());
        this.delivery = delivery;
        this.failed = new FailedEvents(consumer, delivery);
        this.nanos = nanos;
    }

    /** Ends after the present event or batch. */
    void stopSoon() {
        stopping = true;
    }

    /** Does what there is to do, if this node has the subscription or can have it. */
    void run() {
        try {
            if (stopping || !leased && !acquire()) {
                return;
            }
            if (!blocked.isEmpty()) {
                failed.retryDue(() -> stopping);
                reloadBlocked();
            }
            readOn();
            saveSkipped();
        } catch (LeaseLost e) {
            LOG.info("{}", e.getMessage());
            leased = false;
        }
    }

    void release() {
        if (leased) {
            delivery.subscriptions().release(name);
            leased = false;
        }
    }

    private boolean acquire() {
        if (refused && nanos.getAsLong() - refusedAt < ASK_AGAIN_NANOS) {
            return false;
        }
        delivery.subscriptions().ensure(name);
        OptionalLong stored = delivery.subscriptions().acquire(name);
        if (stored.isPresent()) {
            leased = true;
            position = stored.getAsLong();
            renewedAt = nanos.getAsLong();
            reloadBlocked();
        }
        refused = !leased;
        refusedAt = nanos.getAsLong();
        return leased;
    }

    private void reloadBlocked() {
        Set<Key> stored = delivery.failures().keys(name);
        blocked.clear();
        blocked.addAll(stored);
    }

    private void readOn() {
        List<StoredEvent> next = delivery.sequencer().after(position, READ);
        while (!stopping && !next.isEmpty()) {
            handleAll(next);
            next = delivery.sequencer().after(position, READ);
        }
    }

    private void handleAll(List<StoredEvent> events) {
        List<StoredEvent> batch = new ArrayList<>();
        for (StoredEvent event : events) {
            if (stopping) {
                break;
            }
            if (wanted.contains(event.event().name())) {
                if (!joins(batch, event)) {
                    handle(batch);
                    batch.clear();
                }
                batch.add(event);
            } else if (batch.isEmpty()) {
                position = event.position();
            }
        }
        handle(batch);
        if (!stopping) {
            position = Math.max(position, events.get(events.size() - 1).position());
        }
    }

    private boolean joins(List<StoredEvent> batch, StoredEvent event) {
        return batch.isEmpty()
                || batch.size() < BATCH
                        && batch.get(0).workspace().equals(event.workspace())
                        && !blocked.contains(event.key())
                        && !blocked.contains(batch.get(0).key());
    }

    private void handle(List<StoredEvent> batch) {
        if (batch.size() > 1 && together(batch)) {
            return;
        }
        for (StoredEvent event : batch) {
            if (stopping) {
                return;
            }
            handle(event);
        }
    }

    /** Whether all of them went well; otherwise nothing has happened. */
    private boolean together(List<StoredEvent> batch) {
        try {
            long last = batch.get(batch.size() - 1).position();
            delivery.inTransaction(batch.get(0), consumer, () -> {
                batch.forEach(event -> consumer.handle(event.event()));
                delivery.subscriptions().advance(name, last);
            });
            advanced(last);
            return true;
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("{}: a batch of {} failed; they are done one by one", name, batch.size(), e);
            return false;
        }
    }

    private void handle(StoredEvent event) {
        if (blocked.contains(event.key())) {
            putAside(event, State.WAITING, Optional.empty());
            return;
        }
        try {
            delivery.inTransaction(event, consumer, () -> {
                consumer.handle(event.event());
                delivery.subscriptions().advance(name, event.position());
            });
            advanced(event.position());
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "{}: event {} {} failed and is tried again",
                    name,
                    event.position(),
                    event.event().name(),
                    e);
            putAside(event, State.RETRY, Optional.of(e));
            blocked.add(event.key());
        }
    }

    private void putAside(StoredEvent event, State state, Optional<RuntimeException> failure) {
        delivery.inTransaction(event, consumer, () -> {
            failed.add(event, state, failure);
            delivery.subscriptions().advance(name, event.position());
        });
        advanced(event.position());
    }

    private void advanced(long to) {
        position = to;
        renewedAt = nanos.getAsLong();
    }

    /** Events that nobody wanted are passed in memory; now and then that is written, which also keeps the lease. */
    private void saveSkipped() {
        if (nanos.getAsLong() - renewedAt > SAVE_SKIPPED_NANOS) {
            delivery.subscriptions().advance(name, position);
            renewedAt = nanos.getAsLong();
        }
    }
}
