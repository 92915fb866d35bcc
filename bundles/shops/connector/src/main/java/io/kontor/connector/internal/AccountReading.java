package io.kontor.connector.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.webhooks.WebhookAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads connected shops with how they stand. */
@Component(service = AccountReading.class)
public final class AccountReading {

    private static final int MOST_COUNTED = 1000;

    private final AccountService accounts;
    private final ProgressStore progresses;
    private final DeadLetterService letters;
    private final WebhookAddresses addresses;

    /**
     * A shop, and what stands beside its account.
     *
     * @param progress of the first import
     * @param sweptAt when it was reconciled last
     * @param setAside how many documents wait, at most {@value #MOST_COUNTED}
     * @param refusedMessages how many messages were not signed as agreed
     */
    record Standing(
            Account account,
            Optional<ImportProgress> progress,
            Optional<Instant> sweptAt,
            int setAside,
            long refusedMessages) {}

    @Activate
    public AccountReading(
            @Reference AccountService accounts,
            @Reference ProgressStore progresses,
            @Reference DeadLetterService letters,
            @Reference WebhookAddresses addresses) {
        this.accounts = accounts;
        this.progresses = progresses;
        this.letters = letters;
        this.addresses = addresses;
    }

    List<Standing> all() {
        return accounts.all().stream().map(this::standing).toList();
    }

    /** @throws io.kontor.kernel.KontorException {@link io.kontor.connector.ConnectorError#ACCOUNT_UNKNOWN} */
    Standing get(SourceAccountId id) {
        return standing(accounts.require(id));
    }

    Standing standing(Account account) {
        return new Standing(
                account,
                progresses.find(account.id()),
                progresses.sweep(account.id()).flatMap(ProgressStore.Sweep::sweptAt),
                letters.count(account.id(), MOST_COUNTED),
                addresses.refused(account.id().value()));
    }

    /** How far the first import has come; it begins with the connection, so there always is one. */
    ImportProgress progress(SourceAccountId id) {
        Account account = accounts.require(id);
        return progresses.find(id).orElseGet(() -> ImportProgress.begin(account.id(), account.connectedAt()));
    }
}
