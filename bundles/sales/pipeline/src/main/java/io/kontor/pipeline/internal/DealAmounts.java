package io.kontor.pipeline.internal;

import io.kontor.kernel.Money;
import io.kontor.pipeline.Deal.Outcome;
import java.util.List;
import java.util.function.Function;

/** What a deal's orders make of its amounts; orders in another currency are never converted, so they do not count. */
final class DealAmounts {
    private DealAmounts() {}

    /**
     * The worth of an order-made deal: what was paid once it is won, before that what is ordered and not cancelled. A
     * person's estimate stays as it is, and so does the worth of a lost deal.
     */
    static Money value(KeptDeal kept, List<DealOrder> orders) {
        if (!kept.madeByOrder() || kept.deal().outcome() == Outcome.LOST) {
            return kept.deal().value();
        }
        boolean won = kept.deal().outcome() == Outcome.WON;
        List<DealOrder> counted = orders.stream()
                .filter(order -> won ? order.paid() : !order.cancelled())
                .filter(order ->
                        order.total().currency().equals(kept.deal().value().currency()))
                .toList();
        return counted.isEmpty() ? kept.deal().value() : sum(kept, counted, DealOrder::total);
    }

    static Money refunded(KeptDeal kept, List<DealOrder> orders) {
        List<DealOrder> counted = orders.stream()
                .filter(order ->
                        order.refunded().currency().equals(kept.deal().value().currency()))
                .toList();
        return sum(kept, counted, DealOrder::refunded);
    }

    private static Money sum(KeptDeal kept, List<DealOrder> orders, Function<DealOrder, Money> amount) {
        return orders.stream().map(amount).reduce(Money.zero(kept.deal().value().currency()), Money::plus);
    }
}
