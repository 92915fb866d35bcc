package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.order.OrderId;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.StageId;
import io.kontor.pipeline.internal.KeptDeal.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The default rule that makes, wins and loses deals by orders, in the pipeline of the orders' account alone:
 *
 * <ul>
 *   <li>an unpaid or failed order goes to the customer's open deal, or opens one;
 *   <li>a payment wins the deal of its order, else the customer's open order-made deal; without one it makes none;
 *   <li>a deal whose orders are all cancelled is lost;
 *   <li>a refund leaves a won deal won and shows the amount;
 *   <li>a deal made by hand is never closed: it only gets a suggestion.
 * </ul>
 */
@Component(service = OrderRule.class)
public final class OrderRule {
    private final DealStore deals;
    private final DealOrderStore dealOrders;
    private final DealBook book;
    private final OrderRuleSurroundings surroundings;

    @Activate
    public OrderRule(
            @Reference DealStore deals,
            @Reference DealOrderStore dealOrders,
            @Reference DealBook book,
            @Reference OrderRuleSurroundings surroundings) {
        this.deals = deals;
        this.dealOrders = dealOrders;
        this.book = book;
        this.surroundings = surroundings;
    }

    /** An order came in. Nothing is known of it yet, unless it is told twice. */
    void placed(OrderFact fact, Pipeline pipeline) {
        if (fact.wantsDeal()) {
            follow(fact, pipeline);
        }
    }

    /** An order came in or changed. A version that is known already changes nothing. */
    void follow(OrderFact fact, Pipeline pipeline) {
        Optional<DealOrder> known = dealOrders.find(fact.order());
        if (known.isPresent()) {
            if (known.get().version() < fact.version()) {
                follow(known.get(), fact, pipeline);
            }
        } else if (fact.wantsDeal()) {
            KeptDeal deal = firstOpen(fact.customer(), pipeline).orElseGet(() -> open(fact, pipeline));
            attach(fact, deal);
        }
    }

    /**
     * An order was paid; where it has a deal, {@link #follow} has seen the payment already.
     *
     * @param pipeline the pipeline of its account
     * @param fact the order as it stands; this and the pipeline are only asked for where a deal may wait for it
     */
    void paid(OrderId order, CustomerId customer, Supplier<Pipeline> pipeline, Supplier<OrderFact> fact) {
        if (dealOrders.find(order).isPresent() || !deals.anyOpen(surroundings.sameAs(customer))) {
            return;
        }
        firstOpen(customer, pipeline.get()).ifPresent(deal -> {
            attach(fact.get(), deal);
            payFor(locked(deal.deal().id()));
        });
    }

    private void follow(DealOrder before, OrderFact fact, Pipeline pipeline) {
        DealOrder after = DealOrder.of(fact, before.deal());
        boolean wasLost = allCancelled(before.deal());
        dealOrders.put(after);
        KeptDeal deal = locked(before.deal());
        if (after.paid() && !before.paid()) {
            payFor(deal);
        } else if (allCancelled(before.deal())) {
            lose(deal);
        } else if (wasLost && fact.wantsDeal() && lostByOrders(deal)) {
            revive(deal, fact, pipeline);
        } else {
            book.write(deal, withAmounts(deal));
        }
    }

    /** Order-made deals first: they are the ones that a payment wins. */
    private Optional<KeptDeal> firstOpen(CustomerId customer, Pipeline pipeline) {
        return deals.lockOpen(pipeline.id(), surroundings.sameAs(customer)).stream()
                .findFirst();
    }

    private KeptDeal open(OrderFact fact, Pipeline pipeline) {
        KeptDeal.Facts facts = new KeptDeal.Facts(
                surroundings.title(fact),
                Optional.of(fact.customer()),
                surroundings.owner(fact.customer()),
                fact.total(),
                Optional.empty());
        StageId stage = pipeline.first().id();
        long position = Positions.onTopOf(deals.top(stage));
        return book.enter(
                KeptDeal.byOrder(surroundings.newDeal(), pipeline.id(), stage, facts, surroundings.now(), position));
    }

    private void attach(OrderFact fact, KeptDeal deal) {
        dealOrders.put(DealOrder.of(fact, deal.deal().id()));
        KeptDeal amounts = withAmounts(deal);
        book.write(deal, amounts.with(amounts.facts(), amounts.suggestion().filter(Suggestion.WIN::equals)));
    }

    private void payFor(KeptDeal deal) {
        if (deal.deal().outcome() == Outcome.WON) {
            book.write(deal, withAmounts(deal));
        } else if (deal.madeByOrder()) {
            book.write(deal, withAmounts(deal.won(Origin.ORDER, surroundings.now())));
        } else {
            suggest(deal, Suggestion.WIN);
        }
    }

    private void lose(KeptDeal deal) {
        if (!deal.open()) {
            book.write(deal, withAmounts(deal));
        } else if (deal.madeByOrder()) {
            String reason = surroundings.text("pipeline.reasons.cancelled", Map.of());
            book.write(deal, withAmounts(deal.lost(reason, Origin.ORDER, surroundings.now())));
        } else {
            suggest(deal, Suggestion.LOSE);
        }
    }

    private void suggest(KeptDeal deal, Suggestion suggestion) {
        KeptDeal amounts = withAmounts(deal);
        book.write(deal, deal.open() ? amounts.suggesting(suggestion) : amounts);
    }

    /** A cancelled order is wanted again: its lost deal opens, unless the customer has another open one by now. */
    private void revive(KeptDeal deal, OrderFact fact, Pipeline pipeline) {
        Optional<KeptDeal> other = firstOpen(fact.customer(), pipeline);
        if (other.isPresent()) {
            attach(fact, other.get());
        } else {
            long position = Positions.onTopOf(deals.top(deal.deal().stage()));
            KeptDeal reopened = deal.reopened().at(deal.deal().stage(), position, surroundings.now());
            book.write(deal, withAmounts(reopened));
        }
    }

    private static boolean lostByOrders(KeptDeal deal) {
        return deal.deal().outcome() == Outcome.LOST
                && deal.closedBy().filter(Origin.ORDER::equals).isPresent();
    }

    private boolean allCancelled(DealId deal) {
        return dealOrders.of(deal).stream().allMatch(DealOrder::cancelled);
    }

    private KeptDeal locked(DealId id) {
        return deals.lock(id).orElseThrow(() -> new IllegalStateException("An order names the missing deal " + id));
    }

    private KeptDeal withAmounts(KeptDeal kept) {
        List<DealOrder> orders = dealOrders.of(kept.deal().id());
        return kept.with(DealAmounts.value(kept, orders), DealAmounts.refunded(kept, orders));
    }
}
