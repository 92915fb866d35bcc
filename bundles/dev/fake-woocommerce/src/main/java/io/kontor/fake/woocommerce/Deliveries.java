package io.kontor.fake.woocommerce;

import io.kontor.fake.woocommerce.Webhooks.Webhook;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends webhooks in the background, one at a time, as the shop's action scheduler does: the payload is built when it is
 * sent, nothing is repeated, and after five failures in a row a webhook is disabled.
 */
final class Deliveries implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());
    private static final int REMEMBERED = 10_000;
    private static final Duration HELD_AT_MOST = Duration.ofSeconds(1);

    private final Webhooks webhooks;
    private final Faults faults;
    private final Sender sender;
    private final ShopClock clock;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "fake-woocommerce-deliveries"));
    private final Deque<DeliveryRecord> log = new ArrayDeque<>();
    private Optional<Job> held = Optional.empty();
    private long pending;

    Deliveries(Webhooks webhooks, Faults faults, Sender sender, ShopClock clock) {
        this.webhooks = webhooks;
        this.faults = faults;
        this.sender = sender;
        this.clock = clock;
    }

    /** One delivery to come; the payload is asked for when it is sent. */
    private record Job(Webhook webhook, ShopEvent event, String deliveryId, Supplier<byte[]> payload) {}

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void announce(ShopEvent event, String deliveryId, Supplier<byte[]> payload) {
        for (Webhook webhook : webhooks.listening(event.topic())) {
            Job job = new Job(webhook, event, Signature.md5(deliveryId + webhook.id()), payload);
            run(() -> deliver(job), Duration.ZERO);
        }
    }

    /** The form-encoded greeting after a webhook was saved; it may well come after the first real delivery. */
    void ping(Webhook webhook, Duration delay) {
        run(
                () -> {
                    int status = sender.ping(webhook);
                    remember(new DeliveryRecord(webhook.id(), "", "", 0, status, clock.instant()));
                },
                delay);
    }

    private void run(Runnable work, Duration delay) {
        synchronized (this) {
            pending++;
        }
        worker.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a delivery could not be made", e);
        } finally {
            synchronized (this) {
                pending--;
                notifyAll();
            }
        }
    }

    private void deliver(Job job) {
        if (!webhooks.active(job.webhook().id())) {
            return;
        }
        List<FaultRule> hits = faults.ofDelivery(job.event().topic());
        if (hit(hits, FaultKind.DELIVERY_LOST)) {
            remember(record(job, -1));
        } else if (hit(hits, FaultKind.DELIVERY_REORDERED) && held.isEmpty()) {
            held = Optional.of(job);
            run(this::releaseHeld, HELD_AT_MOST);
        } else {
            wait(hits);
            send(job, hits);
            if (hit(hits, FaultKind.DELIVERY_DOUBLED)) {
                send(job, hits);
            }
            releaseHeld();
        }
    }

    private void releaseHeld() {
        Optional<Job> late = held;
        held = Optional.empty();
        late.ifPresent(job -> send(job, List.of()));
    }

    private static void wait(List<FaultRule> hits) {
        for (FaultRule rule : hits) {
            if (rule.kind() == FaultKind.DELIVERY_LATE) {
                Pause.of(rule.delay());
            }
        }
    }

    private static boolean hit(List<FaultRule> hits, FaultKind kind) {
        return hits.stream().anyMatch(rule -> rule.kind() == kind);
    }

    private void send(Job job, List<FaultRule> hits) {
        byte[] body = job.payload().get();
        boolean forged = hit(hits, FaultKind.DELIVERY_WRONG_SIGNATURE);
        String signature = Signature.webhook(
                body, forged ? job.webhook().secret() + "?" : job.webhook().secret());
        byte[] sent = hit(hits, FaultKind.DELIVERY_TRUNCATED) ? Arrays.copyOf(body, body.length / 2) : body;
        int status = sender.deliver(job.webhook(), job.event(), job.deliveryId(), signature, sent);
        DeliveryRecord outcome = record(job, status);
        if (outcome.successful()) {
            webhooks.succeeded(job.webhook().id());
        } else {
            webhooks.failed(job.webhook().id());
        }
        remember(outcome);
    }

    private DeliveryRecord record(Job job, int status) {
        return new DeliveryRecord(
                job.webhook().id(),
                job.deliveryId(),
                job.event().topic(),
                job.event().id(),
                status,
                clock.instant());
    }

    private synchronized void remember(DeliveryRecord delivery) {
        log.addLast(delivery);
        if (log.size() > REMEMBERED) {
            log.removeFirst();
        }
    }

    synchronized List<DeliveryRecord> log() {
        return new ArrayList<>(log);
    }

    /** Waits until nothing is under way; false when it took longer. */
    synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (pending > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
