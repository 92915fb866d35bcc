package io.kontor.connector.internal;

import io.kontor.access.AuditLog;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ConnectorEvent;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopResource;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Ref;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents that were set aside: see them, try them again, give them up. */
@Component(service = DeadLetterService.class)
public final class DeadLetterService {

    private final DeadLetterStore letters;
    private final AccountService accounts;
    private final ShopConnectors connectors;
    private final Vault vault;
    private final RefetchJob refetch;
    private final ShopIntake intake;
    private final AccountWork work;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public DeadLetterService(
            @Reference DeadLetterStore letters,
            @Reference AccountService accounts,
            @Reference ShopConnectors connectors,
            @Reference Vault vault,
            @Reference RefetchJob refetch,
            @Reference ShopIntake intake,
            @Reference AccountWork work,
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.letters = letters;
        this.accounts = accounts;
        this.connectors = connectors;
        this.vault = vault;
        this.refetch = refetch;
        this.intake = intake;
        this.work = work;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Page<DeadLetter> page(SourceAccountId account, PageRequest request) {
        accounts.require(account);
        return letters.page(account, request);
    }

    int count(SourceAccountId account, int most) {
        return letters.count(account, most);
    }

    /**
     * Tries once more: the shop's present version where it can be asked for, else the document that was set aside.
     *
     * @throws KontorException {@link ConnectorError#STILL_REJECTED}
     */
    void retry(SourceAccountId id, UUID letterId) {
        Account account = accounts.require(id);
        DeadLetter letter = require(id, letterId);
        Optional<String> reason = isNamed(letter)
                ? refetch.fetch(account, letter.resource(), letter.externalId())
                : reread(account, letter);
        if (reason.isPresent()) {
            throw new KontorException(ConnectorError.STILL_REJECTED, Map.of("reason", reason.get()));
        }
        transactions.run(() -> {
            letters.remove(id, letterId);
            work.tell(id);
        });
    }

    /** A document without an id was named by its digest, which no shop knows. */
    private static boolean isNamed(DeadLetter letter) {
        return letter.resource() != ShopResource.OTHER && !letter.externalId().startsWith("sha256-");
    }

    private Optional<String> reread(Account account, DeadLetter letter) {
        RejectedDocument document = new RejectedDocument(
                letter.resource(), letter.externalId(), letter.reason(), letters.document(letter.id()));
        ShopChange change = connectors.require(account.kind()).reread(document, vault.opened(account));
        transactions.run(() -> intake.take(account, change));
        return change instanceof ShopChange.Rejected still
                ? Optional.of(still.document().reason())
                : Optional.empty();
    }

    /** Gives the document up; a newer version of the record comes in all the same. */
    void discard(SourceAccountId id, UUID letterId) {
        accounts.require(id);
        DeadLetter letter = require(id, letterId);
        transactions.run(() -> {
            letters.discard(id, letterId, clock.instant());
            work.tell(id);
            audit.record(
                    "connector.document-discarded",
                    new Ref(ConnectorEvent.RECORD, id.value()),
                    Map.of("resource", letter.resource().word(), "externalId", letter.externalId()),
                    Map.of());
        });
    }

    /**
     * Takes a document up again that was given up.
     *
     * @throws KontorException {@link ConnectorError#DEAD_LETTER_UNKNOWN} where it waits already, or came in meanwhile
     */
    void restore(SourceAccountId id, UUID letterId) {
        accounts.require(id);
        transactions.run(() -> {
            if (!letters.restore(id, letterId)) {
                throw new KontorException(ConnectorError.DEAD_LETTER_UNKNOWN);
            }
            DeadLetter letter = require(id, letterId);
            work.tell(id);
            audit.record(
                    "connector.document-restored",
                    new Ref(ConnectorEvent.RECORD, id.value()),
                    Map.of(),
                    Map.of("resource", letter.resource().word(), "externalId", letter.externalId()));
        });
    }

    private DeadLetter require(SourceAccountId account, UUID id) {
        return letters.find(account, id).orElseThrow(() -> new KontorException(ConnectorError.DEAD_LETTER_UNKNOWN));
    }
}
