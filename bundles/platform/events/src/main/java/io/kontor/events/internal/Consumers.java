package io.kontor.events.internal;

import io.kontor.events.EventConsumer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumers that are there now; they come and go with their modules. */
@Component(service = Consumers.class, immediate = true)
public final class Consumers {

    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final int THREADS = 4;
    private static final int TICK_SECONDS = 1;

    private final Delivery delivery;
    private final Map<EventConsumer, Worker> workers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;
    private final Runnable advance = this::wakeAll;

    @Activate
    public Consumers(@Reference Delivery delivery) {
        this.delivery = delivery;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newScheduledThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "kontor-events-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        delivery.sequencer().listen(advance);
        threads.scheduleWithFixedDelay(this::wakeAll, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        delivery.sequencer().ignore(advance);
        workers.values().forEach(Worker::close);
        threads.shutdown();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addConsumer(EventConsumer consumer) {
        Worker worker = new Worker(new SubscriptionRunner(consumer, delivery, System::nanoTime));
        workers.put(consumer, worker);
        worker.wake();
    }

    /** Waits for the event that is being handled, so that the module is not pulled away beneath it. */
    void removeConsumer(EventConsumer consumer) {
        Worker worker = workers.remove(consumer);
        if (worker != null) {
            worker.close();
        }
    }

    void wakeAll() {
        workers.values().forEach(Worker::wake);
    }

    /** Sees to it that a runner runs on one thread at a time, and once more if it was woken meanwhile. */
    private final class Worker {

        private static final long PATIENCE_SECONDS = 5;

        private final SubscriptionRunner runner;
        private final AtomicInteger wakes = new AtomicInteger();
        private final ReentrantLock running = new ReentrantLock();

        private Worker(SubscriptionRunner runner) {
            this.runner = runner;
        }

        private void wake() {
            if (wakes.getAndIncrement() == 0) {
                threads.execute(this::work);
            }
        }

        private void work() {
            int seen = wakes.get();
            running.lock();
            try {
                runner.run();
            } catch (RuntimeException e) {
                LOG.warn("A subscription stands still for a moment", e);
            } finally {
                running.unlock();
                if (wakes.addAndGet(-seen) > 0) {
                    threads.execute(this::work);
                }
            }
        }

        private void close() {
            runner.stopSoon();
            try {
                if (running.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    try {
                        runner.release();
                    } finally {
                        running.unlock();
                    }
                } else {
                    LOG.warn("A consumer did not end its event within {} s", PATIENCE_SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.info("A lease could not be given back; it ends by itself", e);
            }
        }
    }
}
