package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.UserId;
import io.kontor.order.OrderId;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.PipelineId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The filters of the deal list as query parameters. */
public final class DealQuery {
    @QueryParam("pipeline")
    private @Nullable UUID pipeline;

    @QueryParam("outcome")
    private @Nullable Outcome outcome;

    @QueryParam("owner")
    private @Nullable UUID owner;

    @QueryParam("customer")
    private @Nullable UUID customer;

    @QueryParam("order")
    private @Nullable UUID order;

    DealFilter filter(Function<CustomerId, Set<CustomerId>> sameAs) {
        return new DealFilter(
                Optional.ofNullable(pipeline).map(PipelineId::new),
                Optional.ofNullable(outcome),
                Optional.ofNullable(owner).map(UserId::new),
                Optional.ofNullable(customer).map(CustomerId::new).map(sameAs),
                Optional.ofNullable(order).map(OrderId::new));
    }
}
