package io.kontor.connector.internal;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads what comes next on a thread of its own while the caller works on what came before. Used by one thread.
 *
 * @param <P> a place to read at
 * @param <R> what is read there
 */
final class ReadAhead<P, R> implements AutoCloseable {

    private final Function<P, R> read;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "kontor-connector-reader");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Begun<P, R>> begun = Optional.empty();

    private record Begun<P, R>(P place, Future<R> result) {}

    ReadAhead(Function<P, R> read) {
        this.read = read;
    }

    /** Begins to read there; a failure is met by {@link #take}. */
    void begin(P place) {
        begun = Optional.of(new Begun<>(place, reader.submit(() -> read.apply(place))));
    }

    /**
     * What is there, read already or now; it fails as the reading does.
     *
     * @throws InterruptedException if the caller shall stop
     */
    R take(P place) throws InterruptedException {
        if (begun.filter(reading -> reading.place().equals(place)).isEmpty()) {
            begin(place);
        }
        Future<R> result = begun.orElseThrow().result();
        begun = Optional.empty();
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The reading ended unexpectedly", e.getCause());
        }
    }

    /** Gives up what is being read. */
    @Override
    public void close() {
        reader.shutdownNow();
    }
}
