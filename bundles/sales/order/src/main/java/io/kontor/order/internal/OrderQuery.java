package io.kontor.order.internal;

import io.kontor.customer.CustomerId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The filters of the order list as query parameters. */
public final class OrderQuery {
    @QueryParam("state")
    private @Nullable OrderState state;

    @QueryParam("payment")
    private @Nullable PaymentState payment;

    @QueryParam("channel")
    private @Nullable String channel;

    @QueryParam("customer")
    private @Nullable UUID customer;

    @QueryParam("q")
    private @Nullable String number;

    OrderFilter filter(Function<CustomerId, Set<CustomerId>> sameAs) {
        return new OrderFilter(
                Optional.ofNullable(state),
                Optional.ofNullable(payment),
                Optional.ofNullable(channel),
                Optional.ofNullable(customer).map(CustomerId::new).map(sameAs),
                Optional.ofNullable(number).map(OrderQuery::plain).filter(text -> !text.isEmpty()));
    }

    /** People write numbers as they see them: {@code #1042}. */
    static String plain(String text) {
        String stripped = text.strip();
        return stripped.startsWith("#") ? stripped.substring(1) : stripped;
    }
}
