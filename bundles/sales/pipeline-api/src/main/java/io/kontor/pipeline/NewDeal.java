package io.kontor.pipeline;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deal to open.
 *
 * @param stage where it begins; the pipeline's first stage if empty
 */
public record NewDeal(
        PipelineId pipeline,
        Optional<StageId> stage,
        String title,
        Optional<CustomerId> customer,
        UserId owner,
        Money value,
        Optional<LocalDate> nextStep) {}
