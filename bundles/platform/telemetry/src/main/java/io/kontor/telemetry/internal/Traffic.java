package io.kontor.telemetry.internal;

import io.kontor.telemetry.Health;
import io.kontor.telemetry.HealthCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that are under way, and whether further ones are let in. At a stop the doors close in three steps: the
 * product says that it is not ready, so that a load balancer looks elsewhere; no connection is accepted any more and each
 * one ends with its next answer; at last nothing is begun.
 */
@Component(service = {Traffic.class, HealthCheck.class})
public final class Traffic implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);

    /** A client that holds a connection may be writing its next request just now. */
    private static final Duration QUIET = Duration.ofMillis(200);

    /** How far the doors are closed. */
    enum State {
        OPEN,
        LEAVING,
        CLOSING,
        SHUT
    }

    private final AtomicReference<Optional<Server>> server = new AtomicReference<>(Optional.empty());
    private State state = State.OPEN;
    private int underWay;

    @Override
    public String name() {
        return "running";
    }

    @Override
    public synchronized Health check() {
        return state == State.OPEN ? Health.up() : Health.down("the product is being stopped");
    }

    /** The server whose doors are to be closed is known from its first request on. */
    void through(Server found) {
        if (server.get().isEmpty()) {
            server.set(Optional.of(found));
        }
    }

    /** A request begins; {@link #leave} follows. False when nothing is begun any more. */
    synchronized boolean enter() {
        if (state == State.SHUT) {
            return false;
        }
        underWay++;
        return true;
    }

    synchronized void leave() {
        underWay--;
        notifyAll();
    }

    /** Whether a connection ends with its present answer. */
    synchronized boolean closing() {
        return state == State.CLOSING || state == State.SHUT;
    }

    synchronized int underWay() {
        return underWay;
    }

    /** From now on not ready, and otherwise as before. */
    synchronized void announce() {
        state = State.LEAVING;
    }

    /** Accepts no further connection. */
    void close() {
        synchronized (this) {
            state = State.CLOSING;
        }
        server.get().ifPresent(found -> {
            for (Connector connector : found.getConnectors()) {
                connector.shutdown(); // closes its port at once; idle connections follow within a second
            }
        });
    }

    /**
     * Waits until every request is answered and none follows for a moment; then nothing is begun any more.
     *
     * @return how many are not answered when the patience ends
     */
    synchronized int shut(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long quietSince = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            if (underWay > 0) {
                quietSince = now;
            }
            if (now - quietSince >= QUIET.toNanos() || now >= deadline) {
                state = State.SHUT;
                LOG.debug("The doors are shut, {} requests are under way", underWay);
                return underWay;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, QUIET.toNanos() - (now - quietSince)));
        }
    }
}
