package io.kontor.webhooks.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.webhooks.StoredWebhook;
import io.kontor.webhooks.WebhookSource;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the stored messages of one kind to its source, in the transaction of the subscription. */
final class WebhookProcessing implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessing.class);

    private final WebhookSource source;
    private final InboxStore inbox;
    private final ObjectMapper mapper;
    private final Clock clock;

    WebhookProcessing(WebhookSource source, InboxStore inbox, ObjectMapper mapper, Clock clock) {
        this.source = source;
        this.inbox = inbox;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String subscription() {
        return "webhooks.process-" + source.kind();
    }

    @Override
    public Set<String> events() {
        return Set.of(WebhookReceived.nameFor(source.kind()));
    }

    @Override
    public void handle(ReceivedEvent event) {
        WebhookReceived received = event.as(WebhookReceived.class, mapper);
        Optional<StoredWebhook> message = inbox.find(received.message());
        if (message.isEmpty()) {
            LOG.warn("Message {} of account {} is no longer in the inbox", received.message(), received.account());
            return;
        }
        source.process(message.get());
        inbox.processed(received.message(), clock.instant());
    }
}
