package io.kontor.telemetry;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that a database has to be asked for: looked up every ten seconds by a thread of their own, so that a
 * {@link MetricSource} answers from memory. Made where the source starts, closed where it stops.
 */
public final class Remembered<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final int EVERY_SECONDS = 10;

    private final String what;
    private final Supplier<List<T>> source;
    private final ScheduledExecutorService timer;
    private volatile List<T> latest = List.of();

    /**
     * Begins to look.
     *
     * @param what names the thread and the numbers in the log, for example {@code events-progress}
     */
    public Remembered(String what, Supplier<List<T>> source) {
        this.what = what;
        this.source = source;
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "kontor-" + what);
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** What was found last; nothing before the first look. */
    public List<T> latest() {
        return latest;
    }

    /** Looks now. While the source fails, the former numbers stay. */
    public synchronized void look() {
        try {
            latest = List.copyOf(source.get());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be looked up; the former numbers stay", what, e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
