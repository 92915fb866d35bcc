package io.kontor.connector.internal;

import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopCustomer;
import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopPage;
import io.kontor.connector.ShopProduct;
import io.kontor.connector.ShopResource;
import io.kontor.kernel.KontorException;
import io.kontor.store.ModuleStopped;
import io.kontor.store.Transactions;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a page of a shop, together with what the caller notes about it, in one transaction. If a record spoils the
 * transaction, the page is written record by record and the spoiler is set aside.
 */
@Component(service = PageWriter.class)
public final class PageWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PageWriter.class);

    private final Transactions transactions;
    private final ShopIntake intake;

    /** How many records of a page were taken over and how many were set aside. */
    record Written(int done, int failed) {}

    /** What is known of a type of record. */
    private record Kind<T>(
            ShopResource resource, Consumer<T> write, Function<T, String> id, Function<T, byte[]> original) {}

    @Activate
    public PageWriter(@Reference Transactions transactions, @Reference ShopIntake intake) {
        this.transactions = transactions;
        this.intake = intake;
    }

    /** @param note runs inside the transaction that makes the page final */
    void orders(Account account, ShopPage<ShopOrder> page, Consumer<Written> note) {
        write(
                account,
                page,
                new Kind<>(
                        ShopResource.ORDER,
                        order -> intake.order(account, order, false),
                        ShopOrder::externalId,
                        ShopOrder::original),
                note);
    }

    void products(Account account, ShopPage<ShopProduct> page, Consumer<Written> note) {
        write(
                account,
                page,
                new Kind<>(
                        ShopResource.PRODUCT,
                        product -> intake.product(account, product, false),
                        ShopProduct::externalId,
                        product -> new byte[0]),
                note);
    }

    void customers(Account account, ShopPage<ShopCustomer> page, Consumer<Written> note) {
        write(
                account,
                page,
                new Kind<>(
                        ShopResource.CUSTOMER,
                        customer -> intake.customer(account, customer),
                        customer -> customer.key().map(ShopCustomer.Key::id).orElse("?"),
                        customer -> new byte[0]),
                note);
    }

    private <T> void write(Account account, ShopPage<T> page, Kind<T> kind, Consumer<Written> note) {
        try {
            transactions.run(() -> {
                page.items().forEach(kind.write());
                page.rejected().forEach(document -> intake.rejected(account, document));
                note.accept(new Written(page.items().size(), page.rejected().size()));
            });
        } catch (ModuleStopped e) {
            throw e; // the product stops; the page comes again
        } catch (RuntimeException e) {
            LOG.info(
                    "A page of account {} is written record by record",
                    account.id().value(),
                    e);
            oneByOne(account, page, kind, note);
        }
    }

    private <T> void oneByOne(Account account, ShopPage<T> page, Kind<T> kind, Consumer<Written> note) {
        int failed = page.rejected().size();
        for (T item : page.items()) {
            if (!one(account, item, kind)) {
                failed++;
            }
        }
        Written written = new Written(page.items().size() + page.rejected().size() - failed, failed);
        transactions.run(() -> {
            page.rejected().forEach(document -> intake.rejected(account, document));
            note.accept(written);
        });
    }

    private <T> boolean one(Account account, T item, Kind<T> kind) {
        try {
            transactions.run(() -> kind.write().accept(item));
            return true;
        } catch (ModuleStopped e) {
            throw e; // the product stops; the page comes again
        } catch (RuntimeException e) {
            String id = kind.id().apply(item);
            LOG.warn(
                    "{} {} of account {} is set aside",
                    kind.resource(),
                    id,
                    account.id().value(),
                    e);
            RejectedDocument document = new RejectedDocument(
                    kind.resource(), id, words(e), kind.original().apply(item));
            transactions.run(() -> intake.rejected(account, document));
            return false;
        }
    }

    static String words(RuntimeException e) {
        return e instanceof KontorException known
                ? known.getMessage()
                : "It could not be stored (" + e.getClass().getSimpleName() + "); the log has the details";
    }
}
