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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a page of a shop in portions, each in a transaction of its own, so that nobody waits long for a customer or an
 * order that the page touches. What the caller notes about the page comes last: whoever is killed before that reads the
 * page again, and what was taken over already changes nothing. If a record spoils its portion, the portion is written
 * record by record and the spoiler is set aside.
 */
@Component(service = PageWriter.class)
public final class PageWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PageWriter.class);
    private static final int PORTION = 25;

    private final Transactions transactions;
    private final ShopIntake intake;

    /** How many records of a page were taken over and how many were set aside. */
    record Written(int done, int failed) {}

    /**
     * What is known of a type of record.
     *
     * @param take takes a record over; false if the shop has to be asked first
     */
    private record Kind<T>(
            ShopResource resource, Predicate<T> take, Function<T, String> id, Function<T, byte[]> original) {}

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
        List<T> items = page.items();
        int spoiled = 0;
        for (int from = 0; from < items.size(); from += PORTION) {
            spoiled += portion(account, items.subList(from, Math.min(from + PORTION, items.size())), kind);
        }
        Written written = new Written(items.size() - spoiled, page.rejected().size() + spoiled);
        transactions.run(() -> {
            page.rejected().forEach(document -> intake.rejected(account, document));
            note.accept(written);
        });
    }

    /** @return how many were set aside */
    private <T> int portion(Account account, List<T> items, Kind<T> kind) {
        try {
            transactions.run(() -> take(account, items, kind));
            return 0;
        } catch (ModuleStopped e) {
            throw e; // the product stops; the page comes again
        } catch (RuntimeException e) {
            LOG.info(
                    "A part of a page of account {} is written record by record",
                    account.id().value(),
                    e);
            return (int)
                    items.stream().filter(item -> !one(account, item, kind)).count();
        }
    }

    private <T> void take(Account account, List<T> items, Kind<T> kind) {
        List<String> taken = items.stream().filter(kind.take()).map(kind.id()).toList();
        intake.resolved(account, kind.resource(), taken);
    }

    private <T> boolean one(Account account, T item, Kind<T> kind) {
        try {
            transactions.run(() -> take(account, List.of(item), kind));
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
