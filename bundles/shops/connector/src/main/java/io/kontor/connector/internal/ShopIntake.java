package io.kontor.connector.internal;

import io.kontor.catalog.Catalog;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopCustomer;
import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopProduct;
import io.kontor.connector.ShopResource;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.IdentityResolver;
import io.kontor.jobs.Jobs;
import io.kontor.order.Orders;
import io.kontor.order.ReceivedOrder;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a shop says into the modules that own it. Everything here joins the caller's transaction and talks to no
 * shop; where only the shop can tell, a job asks it afterwards.
 */
@Component(service = ShopIntake.class)
public final class ShopIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ShopIntake.class);

    private final IdentityResolver identities;
    private final Orders orders;
    private final Catalog catalog;
    private final DeadLetterStore deadLetters;
    private final Jobs jobs;
    private final AccountWork work;
    private final Clock clock;

    @Activate
    public ShopIntake(
            @Reference IdentityResolver identities,
            @Reference Orders orders,
            @Reference Catalog catalog,
            @Reference DeadLetterStore deadLetters,
            @Reference Jobs jobs,
            @Reference AccountWork work,
            @Reference Clock clock) {
        this.identities = identities;
        this.orders = orders;
        this.catalog = catalog;
        this.deadLetters = deadLetters;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
    }

    void take(Account account, ShopChange change) {
        if (change instanceof ShopChange.OrderChange found) {
            settle(account, ShopResource.ORDER, found.order().externalId(), order(account, found.order(), false));
        } else if (change instanceof ShopChange.ProductChange found) {
            settle(
                    account,
                    ShopResource.PRODUCT,
                    found.product().externalId(),
                    product(account, found.product(), false));
        } else if (change instanceof ShopChange.CustomerChange found) {
            customer(account, found.customer());
            found.customer().key().ifPresent(key -> settle(account, ShopResource.CUSTOMER, key.id(), true));
        } else if (change instanceof ShopChange.Removed gone) {
            askAgain(account, gone.resource(), gone.externalId());
        } else if (change instanceof ShopChange.Rejected refused) {
            rejected(account, refused.document());
            work.tell(account.id());
        } else if (change instanceof ShopChange.Nothing nothing) {
            LOG.debug("Nothing to take from account {}: {}", account.id().value(), nothing.reason());
        }
    }

    private void settle(Account account, ShopResource resource, String externalId, boolean taken) {
        if (taken) {
            resolved(account, resource, List.of(externalId));
        }
    }

    /** What was set aside of these records is settled: they are taken over now. */
    void resolved(Account account, ShopResource resource, List<String> externalIds) {
        if (!externalIds.isEmpty() && deadLetters.resolved(account.id(), resource, externalIds)) {
            work.tell(account.id());
        }
    }

    /**
     * Takes an order over.
     *
     * @param authoritative whether the shop was asked for just this order, just now
     * @return false if the shop is asked first
     */
    boolean order(Account account, ShopOrder order, boolean authoritative) {
        CustomerId customer = identify(account, order.buyer());
        boolean history = order.placedAt().isBefore(account.connectedAt());
        ReceivedOrder received = order.received(account.id(), account.kind(), customer, history);
        if (!authoritative && orders.ambiguous(received)) {
            askAgain(account, ShopResource.ORDER, order.externalId());
            return false;
        }
        Orders.Intake intake = orders.receive(received, authoritative);
        boolean news = intake.result() == Orders.Intake.Result.NEW || intake.result() == Orders.Intake.Result.CHANGED;
        if (news && !order.refundsComplete()) {
            askAgain(account, ShopResource.ORDER, order.externalId());
        }
        return true;
    }

    /**
     * Takes a product over.
     *
     * @param authoritative whether the shop was asked for just this product, just now
     * @return false if the shop is asked first
     */
    boolean product(Account account, ShopProduct product, boolean authoritative) {
        ReceivedProduct received = product.received(account.id());
        if (!authoritative && catalog.ambiguous(received)) {
            askAgain(account, ShopResource.PRODUCT, product.externalId());
            return false;
        }
        catalog.receive(received);
        return true;
    }

    /**
     * Takes a registered customer over.
     *
     * @return true: nobody has to be asked
     */
    boolean customer(Account account, ShopCustomer customer) {
        identify(account, customer);
        return true;
    }

    private CustomerId identify(Account account, ShopCustomer customer) {
        return identities.resolveOrRegister(
                customer.identity(account.id()), customer.newcomer(account.owner(), account.kind()));
    }

    void rejected(Account account, RejectedDocument document) {
        deadLetters.keep(account.id(), document, clock.instant());
    }

    /** The shop no longer has the record. */
    void gone(Account account, ShopResource resource, String externalId) {
        ExternalId id = new ExternalId(account.id(), resource.word(), externalId);
        switch (resource) {
            case ORDER -> orders.deleted(id);
            case PRODUCT -> catalog.delisted(id);
            case CUSTOMER, OTHER -> LOG.debug("{} is gone from the shop; our record stays", id);
        }
        resolved(account, resource, List.of(externalId));
    }

    /** Messages overtake each other: the shop itself is asked how the record stands. */
    private void askAgain(Account account, ShopResource resource, String externalId) {
        RefetchJob.Plan plan = new RefetchJob.Plan(account.id().value(), resource, externalId);
        jobs.plan(RefetchJob.JOB, plan.key(), clock.instant(), plan);
    }
}
