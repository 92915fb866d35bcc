package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.UserId;
import io.kontor.order.OrderId;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.PipelineId;
import java.util.Optional;
import java.util.Set;

/**
 * Which deals are wanted; what is empty does not matter.
 *
 * @param customers all ids of the wanted customer
 */
record DealFilter(
        Optional<PipelineId> pipeline,
        Optional<Outcome> outcome,
        Optional<UserId> owner,
        Optional<Set<CustomerId>> customers,
        Optional<OrderId> order) {}
