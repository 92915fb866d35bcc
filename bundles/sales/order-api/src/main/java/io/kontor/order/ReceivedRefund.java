package io.kontor.order;

import io.kontor.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that was given back.
 *
 * @param externalId what the channel calls it
 * @param amount positive
 * @param at when, if the channel says
 */
public record ReceivedRefund(String externalId, Money amount, Optional<String> reason, Optional<Instant> at) {}
