package io.kontor.webhooks.internal;

import io.kontor.events.Events;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Sha256;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import io.kontor.webhooks.StoredWebhook;
import io.kontor.webhooks.Verdict;
import io.kontor.webhooks.WebhookRequest;
import io.kontor.webhooks.WebhookSource;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a message: verified, then stored together with its event, then acknowledged. */
@Component(service = WebhookIntake.class, configurationPid = "io.kontor.webhooks")
@Designate(ocd = DoorConfig.class)
public final class WebhookIntake {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
    private static final int KEY_LENGTH = 191;
    private static final int TOPIC_LENGTH = 100;

    private final AddressBook addresses;
    private final WebhookSources sources;
    private final InboxStore inbox;
    private final Events events;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final IdGenerator ids;
    private final Clock clock;
    private final Duration hold;
    private final Semaphore held;

    @Activate
    public WebhookIntake(
            @Reference AddressBook addresses,
            @Reference WebhookSources sources,
            @Reference InboxStore inbox,
            @Reference Events events,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference IdGenerator ids,
            @Reference Clock clock,
            DoorConfig config) {
        this.addresses = addresses;
        this.sources = sources;
        this.inbox = inbox;
        this.events = events;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.ids = ids;
        this.clock = clock;
        this.hold = Duration.ofSeconds(config.holdSeconds());
        this.held = new Semaphore(config.heldAtOnce());
    }

    /** The open address of an account. */
    Address address(UUID account) {
        return addresses.find(account).orElseThrow(() -> new KontorException(WebhooksError.ADDRESS_UNKNOWN));
    }

    /**
     * Takes a message; when it returns, the message is stored or was one that need not be.
     *
     * @throws KontorException {@link WebhooksError}
     */
    void take(Address address, WebhookRequest request) {
        WebhookSource source = source(address.kind());
        workspaces.run(address.workspace(), () -> {
            Verdict verdict = source.verify(request);
            if (verdict instanceof Verdict.Accepted accepted) {
                store(address, request, accepted);
            } else if (verdict instanceof Verdict.Rejected rejected) {
                LOG.info("A message to account {} was refused: {}", address.account(), rejected.reason());
                addresses.refuse(address.account());
                throw new KontorException(WebhooksError.REFUSED);
            }
        });
    }

    private WebhookSource source(String kind) {
        return sources.find(kind).orElseGet(() -> {
            if (!held.tryAcquire()) {
                throw new KontorException(WebhooksError.AWAY);
            }
            try {
                return sources.await(kind, hold).orElseThrow(() -> new KontorException(WebhooksError.AWAY));
            } finally {
                held.release();
            }
        });
    }

    private void store(Address address, WebhookRequest request, Verdict.Accepted accepted) {
        StoredWebhook message = new StoredWebhook(
                ids.next(), address.account(), cut(accepted.topic()), request.body(), clock.instant());
        try {
            transactions.run(() -> {
                inbox.add(address.workspace(), message, key(accepted.key()));
                events.publish(
                        new WebhookReceived(message.id(), address.account(), address.kind(), accepted.subject()));
            });
        } catch (UniqueViolation e) {
            LOG.debug("Delivery {} to account {} came again", accepted.key(), address.account(), e);
        }
    }

    private static String cut(String topic) {
        return topic.length() <= TOPIC_LENGTH ? topic : topic.substring(0, TOPIC_LENGTH);
    }

    private static String key(String key) {
        return key.length() <= KEY_LENGTH ? key : HexFormat.of().formatHex(Sha256.of(key));
    }
}
