package io.kontor.pipeline.internal;

import io.kontor.kernel.Money;
import io.kontor.pipeline.StageId;

/**
 * How many open deals of one currency a stage has.
 *
 * @param value what they are worth together
 */
record StageSum(StageId stage, long deals, Money value) {}
