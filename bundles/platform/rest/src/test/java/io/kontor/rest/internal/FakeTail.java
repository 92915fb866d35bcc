package io.kontor.rest.internal;

import io.kontor.events.EventTail;
import io.kontor.events.TailEvent;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The events of a node, told at once to whoever listens. */
final class FakeTail implements EventTail {

    private final List<TailEvent> past = new ArrayList<>();
    private final List<Consumer<List<TailEvent>>> listeners = new CopyOnWriteArrayList<>();
    private long position;
    private long oldest = 1;

    /** So many events happened before this node began to remember them. */
    void startAt(long before) {
        position = before;
    }

    void happens(WorkspaceId workspace, Ref... subjects) {
        List<TailEvent> events = new ArrayList<>();
        for (Ref subject : subjects) {
            position++;
            events.add(new TailEvent(position, workspace, "changed", subject));
        }
        past.addAll(events);
        listeners.forEach(listener -> listener.accept(events));
    }

    /** Everything before this position was removed. */
    void keepsFrom(long kept) {
        oldest = kept;
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean keeps(long afterPosition) {
        return afterPosition + 1 >= oldest;
    }

    @Override
    public Subscription subscribe(long afterPosition, Consumer<List<TailEvent>> listener) {
        List<TailEvent> missed =
                past.stream().filter(event -> event.position() > afterPosition).toList();
        if (!missed.isEmpty()) {
            listener.accept(missed);
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
