package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.internal.KeptDeal.Suggestion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cancelled orders do with their deal, and what it means when one is wanted again. */
class OrderRuleCancelledTest extends OrderRuleStory {

    @Test
    void aDealMadeByHandIsNotLostByCancelledOrdersOnlySuggested() {
        byHand();
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);

        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(Optional.of(Suggestion.LOSE), world.deals.all().get(0).suggestion());
    }

    @Test
    void aDealIsLostOnlyWhenEveryOrderIsCancelled() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        place(order(2), OrderState.OPEN, PaymentState.UNPAID, 2_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);
        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(euro(2_000), only().value());

        change(order(2), OrderState.CANCELLED, PaymentState.FAILED, 2_000, 0, 2);
        assertEquals(Outcome.LOST, only().outcome());
        assertEquals(Optional.of("All orders were cancelled"), only().lossReason());
    }

    @Test
    void anOrderThatIsWantedAgainOpensItsLostDealAgain() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);
        change(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000, 0, 3);

        assertEquals(Outcome.OPEN, only().outcome());
        assertEquals(List.of("pipeline.deal-opened"), world.timeline.sources());
    }

    @Test
    void anOrderThatIsWantedAgainJoinsTheNewerDeal() {
        place(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000);
        change(order(1), OrderState.CANCELLED, PaymentState.UNPAID, 5_000, 0, 2);
        place(order(2), OrderState.OPEN, PaymentState.UNPAID, 2_000);
        change(order(1), OrderState.OPEN, PaymentState.UNPAID, 5_000, 0, 3);

        assertEquals(Outcome.LOST, world.deals.all().get(0).deal().outcome());
        assertEquals(euro(7_000), world.deals.all().get(1).deal().value());
    }
}
