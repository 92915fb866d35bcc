package io.kontor.webhooks.internal;

import io.kontor.events.EventConsumer;
import io.kontor.kernel.Json;
import io.kontor.webhooks.WebhookSource;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of messages that are understood now; each has a subscription of its own that pauses while it is away. */
@Component(service = WebhookSources.class)
public class WebhookSources {

    private final Map<String, WebhookSource> sources = new HashMap<>();
    private final Map<String, ServiceRegistration<EventConsumer>> subscriptions = new HashMap<>();
    private final InboxStore inbox;
    private final Clock clock;
    private final BundleContext context;
    private boolean active = true;

    @Activate
    public WebhookSources(@Reference InboxStore inbox, @Reference Clock clock, BundleContext context) {
        this.inbox = inbox;
        this.clock = clock;
        this.context = context;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    protected void bind(WebhookSource source) {
        synchronized (this) {
            sources.put(source.kind(), source);
            notifyAll();
        }
        EventConsumer consumer = new WebhookProcessing(source, inbox, Json.mapper(), clock);
        ServiceRegistration<EventConsumer> former;
        synchronized (this) {
            if (!active) {
                return;
            }
            former = subscriptions.put(source.kind(), context.registerService(EventConsumer.class, consumer, null));
        }
        if (former != null) {
            former.unregister();
        }
    }

    protected void unbind(WebhookSource source) {
        ServiceRegistration<EventConsumer> subscription;
        synchronized (this) {
            if (!sources.remove(source.kind(), source)) {
                return;
            }
            subscription = subscriptions.remove(source.kind());
        }
        if (subscription != null) {
            subscription.unregister();
        }
    }

    @Deactivate
    void deactivate() {
        Map<String, ServiceRegistration<EventConsumer>> open;
        synchronized (this) {
            active = false;
            open = Map.copyOf(subscriptions);
            subscriptions.clear();
        }
        open.values().forEach(ServiceRegistration::unregister);
    }

    synchronized Optional<WebhookSource> find(String kind) {
        return Optional.ofNullable(sources.get(kind));
    }

    /** Waits for a kind that is away; an interrupted wait ends without one and leaves the thread interrupted. */
    synchronized Optional<WebhookSource> await(String kind, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!sources.containsKey(kind)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.of(sources.get(kind));
    }
}
