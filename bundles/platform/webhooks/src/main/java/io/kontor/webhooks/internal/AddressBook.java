package io.kontor.webhooks.internal;

import io.kontor.jobs.Jobs;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import io.kontor.webhooks.WebhookAddresses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens, closes and finds addresses. What was found is remembered for seconds: other nodes may close an address. */
@Component(service = {WebhookAddresses.class, AddressBook.class})
public final class AddressBook implements WebhookAddresses {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final AddressStore store;
    private final InboxStore inbox;
    private final WorkspaceContext workspaces;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(Address address, Instant until) {}

    @Activate
    public AddressBook(
            @Reference AddressStore store,
            @Reference InboxStore inbox,
            @Reference WorkspaceContext workspaces,
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            @Reference Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.workspaces = workspaces;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String open(String kind, UUID account) {
        return transactions.call(() -> {
            store.open(new Address(account, workspaces.current(), kind), clock.instant());
            jobs.plan(InboxRetention.JOB, InboxRetention.KEY, clock.instant(), new InboxRetention.Plan());
            return "/hook/" + account;
        });
    }

    @Override
    public void close(UUID account) {
        transactions.run(() -> {
            store.close(account);
            transactions.afterCommit(() -> known.remove(account));
        });
    }

    @Override
    public int forget(UUID account, int limit) {
        return inbox.forget(workspaces.current(), account, limit);
    }

    @Override
    public long refused(UUID account) {
        return store.refused(account);
    }

    /** The address, only if it is open. */
    Optional<Address> find(UUID account) {
        Instant now = clock.instant();
        Known remembered = known.get(account);
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.address());
        }
        Optional<Address> found = store.find(account);
        found.ifPresentOrElse(address -> remember(address, now), () -> known.remove(account));
        return found;
    }

    private void remember(Address address, Instant now) {
        if (known.size() >= REMEMBERED_AT_MOST) {
            known.clear();
        }
        known.put(address.account(), new Known(address, now.plus(REMEMBERED)));
    }

    /** Counts a message that was not signed as agreed. */
    void refuse(UUID account) {
        store.refused(account, clock.instant());
    }
}
