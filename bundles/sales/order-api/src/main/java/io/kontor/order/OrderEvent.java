package io.kontor.order;

import io.kontor.customer.CustomerId;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.DomainEvent;
import io.kontor.kernel.Money;
import io.kontor.kernel.Ref;
import java.time.Instant;

/** What happens to orders. */
public sealed interface OrderEvent extends DomainEvent {

    OrderId order();

    @Override
    default Ref subject() {
        return new Ref("order", order().value());
    }

    /**
     * A new order came in.
     *
     * @param channel the connector's kind, for example {@code woocommerce}
     * @param history whether it was placed before the shop was connected
     */
    record Placed(
            OrderId order,
            SourceAccountId account,
            String channel,
            CustomerId customer,
            String number,
            OrderState state,
            PaymentState payment,
            Money total,
            Instant placedAt,
            boolean history,
            long version)
            implements OrderEvent {
        public static final String NAME = "order.placed";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** An order changed: its state, payment, lines or amounts. */
    record Changed(
            OrderId order,
            SourceAccountId account,
            CustomerId customer,
            String number,
            OrderState state,
            PaymentState payment,
            Money total,
            Money refunded,
            boolean history,
            long version)
            implements OrderEvent {
        public static final String NAME = "order.changed";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** An order was paid in full; published once per order. */
    record Paid(
            OrderId order, SourceAccountId account, CustomerId customer, Money total, Instant paidAt, boolean history)
            implements OrderEvent {
        public static final String NAME = "order.paid";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** The order and everything about it is gone, as only sample data goes. */
    record Removed(OrderId order, SourceAccountId account) implements OrderEvent {
        public static final String NAME = "order.removed";

        @Override
        public String name() {
            return NAME;
        }
    }
}
