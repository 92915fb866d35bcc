package io.kontor.events.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest events in memory, so that many subscriptions read each event from the database once per node. */
final class RecentEvents {

    private final int capacity;
    private final ArrayDeque<StoredEvent> events = new ArrayDeque<>();
    private long last;

    /** @param last the position up to which nothing is kept */
    RecentEvents(int capacity, long last) {
        this.capacity = capacity;
        this.last = last;
    }

    synchronized long last() {
        return last;
    }

    /** @throws IllegalArgumentException if a position between the last one and the first of these is missing */
    synchronized void add(List<StoredEvent> following) {
        for (StoredEvent event : following) {
            if (event.position() != last + 1) {
                throw new IllegalArgumentException("After event " + last + " came " + event.position());
            }
            last = event.position();
            events.addLast(event);
            if (events.size() > capacity) {
                events.removeFirst();
            }
        }
    }

    /** The events after a position, or empty if some of them are not kept any more. */
    synchronized Optional<List<StoredEvent>> after(long position, int limit) {
        if (position >= last) {
            return Optional.of(List.of());
        }
        long skipped = position - (last - events.size());
        if (skipped < 0) {
            return Optional.empty();
        }
        List<StoredEvent> found = new ArrayList<>();
        events.stream().skip(skipped).limit(limit).forEach(found::add);
        return Optional.of(found);
    }
}
