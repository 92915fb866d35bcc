package io.kontor.pipeline.internal;

import io.kontor.pipeline.Deal;
import io.kontor.rest.MoneyJson;
import io.kontor.rest.PageJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A deal as JSON.
 *
 * @param suggestion what its orders suggest to a person: {@code WIN} or {@code LOSE}
 */
public record DealJson(
        UUID id,
        UUID pipeline,
        UUID stage,
        Deal.Outcome outcome,
        Deal.Origin origin,
        String title,
        Optional<NamedJson> customer,
        NamedJson owner,
        MoneyJson value,
        MoneyJson refunded,
        Optional<LocalDate> nextStep,
        Optional<String> lossReason,
        Optional<KeptDeal.Suggestion> suggestion,
        Instant openedAt,
        Instant enteredStageAt,
        Optional<Instant> closedAt,
        long version) {
    /** An id with the name to show; the name is empty where the record is gone. */
    public record NamedJson(UUID id, String name) {}

    static DealJson of(KeptDeal kept, DealReading.Names names) {
        Deal deal = kept.deal();
        return new DealJson(
                deal.id().value(),
                deal.pipeline().value(),
                deal.stage().value(),
                deal.outcome(),
                deal.origin(),
                deal.title(),
                deal.customer()
                        .map(customer -> new NamedJson(
                                customer.value(), names.customers().getOrDefault(customer, ""))),
                new NamedJson(deal.owner().value(), names.owners().getOrDefault(deal.owner(), "")),
                MoneyJson.of(deal.value()),
                MoneyJson.of(deal.refunded()),
                deal.nextStep(),
                deal.lossReason(),
                kept.suggestion(),
                deal.openedAt(),
                deal.enteredStageAt(),
                deal.closedAt(),
                deal.version());
    }

    static PageJson<DealJson> page(DealReading.NamedPage named) {
        return PageJson.of(named.page(), kept -> of(kept, named.names()));
    }
}
