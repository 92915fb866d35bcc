package io.kontor.events.internal;

import io.kontor.events.EventTail;
import io.kontor.events.TailEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of new events, on the sequencer's thread. */
@Component
public final class Tail implements EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BATCH = 500;

    private final Sequencer sequencer;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Runnable advance = this::advance;

    @Activate
    public Tail(@Reference Sequencer sequencer) {
        this.sequencer = sequencer;
        sequencer.listen(advance);
    }

    @Deactivate
    void stop() {
        sequencer.ignore(advance);
    }

    @Override
    public long position() {
        return sequencer.recent().last();
    }

    @Override
    public boolean keeps(long afterPosition) {
        List<StoredEvent> next = sequencer.after(afterPosition, 1);
        return next.isEmpty() ? afterPosition >= position() : next.get(0).position() == afterPosition + 1;
    }

    @Override
    public Subscription subscribe(long afterPosition, Consumer<List<TailEvent>> listener) {
        Follower follower = new Follower(afterPosition, listener);
        followers.add(follower);
        sequencer.wake();
        return follower;
    }

    private void advance() {
        followers.forEach(Follower::advance);
    }

    private final class Follower implements Subscription {

        private final Consumer<List<TailEvent>> listener;
        private long position;
        private volatile boolean closed;

        private Follower(long position, Consumer<List<TailEvent>> listener) {
            this.position = position;
            this.listener = listener;
        }

        private void advance() {
            List<StoredEvent> next = sequencer.after(position, BATCH);
            while (!closed && !next.isEmpty()) {
                tell(next.stream().map(StoredEvent::tail).toList());
                position = next.get(next.size() - 1).position();
                next = sequencer.after(position, BATCH);
            }
        }

        private void tell(List<TailEvent> events) {
            try {
                listener.accept(events);
            } catch (RuntimeException e) {
                LOG.error("A follower of events failed and is told no more", e);
                close();
            }
        }

        @Override
        public void close() {
            closed = true;
            followers.remove(this);
        }
    }
}
