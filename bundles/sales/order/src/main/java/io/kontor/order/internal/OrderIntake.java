package io.kontor.order.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.order.OrderError;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.Orders.Intake;
import io.kontor.order.Orders.Intake.Result;
import io.kontor.order.ReceivedOrder;
import io.kontor.seller.LegalEntityId;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides what a received version does to the stored order. Versions arrive late, doubled and in any order; the one that
 * the channel changed last stands, whatever the order of arrival.
 */
@Component(service = OrderIntake.class)
public final class OrderIntake {
    private final OrderStore store;
    private final OrderParties parties;
    private final OrderNews news;
    private final IdGenerator ids;

    @Activate
    public OrderIntake(
            @Reference OrderStore store,
            @Reference OrderParties parties,
            @Reference OrderNews news,
            @Reference IdGenerator ids) {
        this.store = store;
        this.parties = parties;
        this.news = news;
        this.ids = ids;
    }

    Intake take(ReceivedOrder received, boolean authoritative) {
        ReceivedOrder version = OrderShape.of(received);
        ContentHash hash = ContentHash.of(version);
        return store.lock(version.externalId())
                .map(kept -> compare(kept, version, hash, authoritative))
                .orElseGet(() -> place(version, hash, authoritative));
    }

    private Intake place(ReceivedOrder version, ContentHash hash, boolean authoritative) {
        OrderId id = new OrderId(ids.next());
        KeptOrder placed = keep(
                version,
                new Standing(id, version.customer(), parties.owner(version.customer()), parties.seller(), false, 1),
                hash);
        if (!store.insert(placed)) {
            KeptOrder first = store.lock(version.externalId()).orElseThrow();
            return compare(first, version, hash, authoritative);
        }
        store.addContent(id, version);
        news.placed(placed);
        return new Intake(id, Result.NEW);
    }

    private Intake compare(KeptOrder kept, ReceivedOrder version, ContentHash hash, boolean authoritative) {
        OrderId id = kept.order().id();
        int age = version.changedAt().compareTo(kept.order().changedAt());
        if (age < 0) {
            return new Intake(id, Result.OUTDATED);
        }
        boolean known = age == 0 && hash.equals(kept.hash());
        if (known && !(authoritative && kept.deleted())) {
            return new Intake(id, Result.UNCHANGED);
        }
        if (!authoritative && ambiguous(kept, age)) {
            throw new KontorException(OrderError.VERSION_AMBIGUOUS, Map.of("number", version.number()));
        }
        change(kept, version, hash);
        return new Intake(id, Result.CHANGED);
    }

    /** Whether only the channel can say if the version stands. */
    boolean ambiguous(ReceivedOrder received) {
        ReceivedOrder version = OrderShape.of(received);
        return store.lock(version.externalId())
                .filter(kept -> {
                    int age = version.changedAt().compareTo(kept.order().changedAt());
                    boolean known = age == 0 && ContentHash.of(version).equals(kept.hash());
                    return age >= 0 && !known && ambiguous(kept, age);
                })
                .isPresent();
    }

    /** A deleted order that changes is either restored or told of late; only the channel knows which. */
    private static boolean ambiguous(KeptOrder kept, int age) {
        return age == 0 || kept.deleted();
    }

    private void change(KeptOrder before, ReceivedOrder version, ContentHash hash) {
        Order old = before.order();
        CustomerId customer = parties.keep(old.customer(), version.customer());
        UserId owner = customer.equals(old.customer()) ? before.owner() : parties.owner(customer);
        KeptOrder after = keep(
                version,
                new Standing(
                        old.id(), customer, owner, before.legalEntity(), before.paidAnnounced(), old.version() + 1),
                hash);
        store.update(after);
        store.clearContent(old.id());
        store.addContent(old.id(), version);
        news.changed(before, after);
    }

    void delete(ExternalId externalId) {
        Optional<KeptOrder> found = store.lock(externalId).filter(kept -> !kept.deleted());
        found.ifPresent(before -> {
            KeptOrder after = cancelled(before);
            store.update(after);
            news.changed(before, after);
        });
    }

    /** What an order has besides the channel's words. */
    private record Standing(
            OrderId id, CustomerId customer, UserId owner, LegalEntityId seller, boolean paidAnnounced, long version) {}

    private static KeptOrder keep(ReceivedOrder received, Standing standing, ContentHash hash) {
        Order order = new Order(
                standing.id(),
                received.externalId(),
                received.channel(),
                received.number(),
                standing.customer(),
                received.contact(),
                received.state(),
                received.payment(),
                received.foreignState(),
                received.total(),
                received.refunded(),
                received.placedAt(),
                received.paidAt(),
                received.changedAt(),
                received.history(),
                standing.version());
        return new KeptOrder(
                order,
                standing.seller(),
                standing.owner(),
                received.tax(),
                received.shipping(),
                received.discount(),
                hash,
                false,
                standing.paidAnnounced() || received.payment().wasPaid());
    }

    private static KeptOrder cancelled(KeptOrder kept) {
        Order order = kept.order();
        Order cancelled = new Order(
                order.id(),
                order.externalId(),
                order.channel(),
                order.number(),
                order.customer(),
                order.contact(),
                OrderState.CANCELLED,
                order.payment(),
                order.foreignState(),
                order.total(),
                order.refunded(),
                order.placedAt(),
                order.paidAt(),
                order.changedAt(),
                order.history(),
                order.version() + 1);
        return new KeptOrder(
                cancelled,
                kept.legalEntity(),
                kept.owner(),
                kept.tax(),
                kept.shipping(),
                kept.discount(),
                kept.hash(),
                true,
                kept.paidAnnounced());
    }
}
