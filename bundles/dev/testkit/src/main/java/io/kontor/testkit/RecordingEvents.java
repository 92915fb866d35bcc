package io.kontor.testkit;

import io.kontor.events.DomainEvent;
import io.kontor.events.Events;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was published, in its order; needs no transaction. */
public final class RecordingEvents implements Events {

    private final List<DomainEvent> published = new CopyOnWriteArrayList<>();

    @Override
    public void publish(DomainEvent event) {
        published.add(event);
    }

    public List<DomainEvent> published() {
        return List.copyOf(published);
    }

    /** The published events of one type. */
    public <T extends DomainEvent> List<T> published(Class<T> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public void forget() {
        published.clear();
    }
}
