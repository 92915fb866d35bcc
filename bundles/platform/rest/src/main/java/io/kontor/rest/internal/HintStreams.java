package io.kontor.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.events.EventTail;
import io.kontor.events.TailEvent;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.rest.Hint;
import io.kontor.rest.HintAudience;
import io.kontor.rest.NodeHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open browsers, and what each of them may hear. One thread serves them all, in the order of the events. */
@Component(
        service = {HintStreams.class, NodeHints.class},
        configurationPid = "io.kontor.rest")
public final class HintStreams implements NodeHints {

    private static final Logger LOG = LoggerFactory.getLogger(HintStreams.class);

    /** So many missed events are told one by one; after more, everything is fetched again, which is cheaper. */
    private static final long MOST_REPEATED = 5_000;

    /** No message: pages hear it only if they ask for it. */
    private static final String ALIVE = "event: alive\ndata: {}";

    private final EventTail tail;
    private final HintAudience audience;
    private final WorkspaceContext workspaces;
    private final JsonMapper json = new JsonMapper();
    private final Map<HintStream, EventTail.Subscription> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService teller =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kontor-rest-hints"));

    @Activate
    public HintStreams(
            @Reference EventTail tail,
            @Reference HintAudience audience,
            @Reference WorkspaceContext workspaces,
            RestSettings settings) {
        this.tail = tail;
        this.audience = audience;
        this.workspaces = workspaces;
        long pause = settings.heartbeat_milliseconds();
        teller.scheduleWithFixedDelay(this::heartbeat, pause, pause, TimeUnit.MILLISECONDS);
    }

    int size() {
        return open.size();
    }

    /** Begins to tell the stream what happens after a position; without one, what happens from now on. */
    void begin(HintStream stream, OptionalLong lastPosition) {
        long now = tail.position();
        long from = lastPosition.orElse(now);
        if (from > now || now - from > MOST_REPEATED || !tail.keeps(from)) {
            stream.send("event: reset\nid: " + now + "\ndata: {}");
            from = now;
        }
        open.put(stream, tail.subscribe(from, events -> hear(stream, events)));
    }

    /** Behind the hints that wait already, so that it overtakes none of them. */
    @Override
    public void tell(String type) {
        send("data: " + write(Map.of("type", type)));
    }

    @Override
    public void tell(String type, String id) {
        send("data: " + write(Map.of("type", type, "id", id)));
    }

    private void send(String block) {
        try {
            teller.execute(() -> open.keySet().forEach(stream -> stream.send(block)));
        } catch (RejectedExecutionException e) {
            LOG.debug("The product stops; a browser will ask the next node", e);
        }
    }

    void end(HintStream stream) {
        EventTail.Subscription subscription = open.remove(stream);
        if (subscription != null) {
            subscription.close();
        }
    }

    private void hear(HintStream stream, List<TailEvent> events) {
        List<TailEvent> ours = events.stream()
                .filter(event -> event.workspace().equals(stream.workspace()))
                .toList();
        if (!ours.isEmpty()) {
            try {
                teller.execute(() -> guarded(stream, () -> tell(stream, ours)));
            } catch (RejectedExecutionException e) {
                LOG.debug("The product stops; a browser will ask the next node", e);
            }
        }
    }

    /** Several events of one record in one batch are one hint. */
    private void tell(HintStream stream, List<TailEvent> events) {
        Map<Ref, Long> last = new LinkedHashMap<>();
        events.forEach(event -> {
            last.remove(event.subject());
            last.put(event.subject(), event.position());
        });
        last.forEach((subject, position) -> {
            Hint hint = new Hint(subject.type(), subject.id(), position);
            if (audience.mayHear(stream.caller(), hint)) {
                stream.send("id: " + position + "\ndata: " + write(hint));
            }
        });
    }

    /** A browser that hears none of these for a while knows that its connection is dead; ours breaks by the writing. */
    private void heartbeat() {
        open.keySet()
                .forEach(stream -> guarded(stream, () -> {
                    if (audience.stillKnown(stream.caller())) {
                        stream.send(ALIVE);
                    } else {
                        stream.close();
                    }
                }));
    }

    private void guarded(HintStream stream, Runnable work) {
        try {
            workspaces.run(stream.workspace(), work);
        } catch (RuntimeException e) {
            LOG.warn("An event stream was closed, its browser comes back", e);
            stream.close();
        }
    }

    private String write(Object hint) {
        try {
            return json.writeValueAsString(hint);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A hint is always JSON", e);
        }
    }

    @Deactivate
    void stop() {
        teller.shutdownNow();
        open.keySet().forEach(HintStream::close);
    }
}
