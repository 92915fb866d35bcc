package io.kontor.pipeline.internal;

import io.kontor.seller.LegalEntities;
import io.kontor.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the business has set about next steps, and which day it is where the seller is. */
@Component(service = Agenda.class)
public final class Agenda {
    private final Settings settings;
    private final LegalEntities sellers;
    private final Clock clock;

    @Activate
    public Agenda(@Reference Settings settings, @Reference LegalEntities sellers, @Reference Clock clock) {
        this.settings = settings;
        this.sellers = sellers;
        this.clock = clock;
    }

    /** What a day is: the zone of the legal entity that sells where nothing else is said. */
    ZoneId zone() {
        return sellers.standard().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** A new deal with the next step that the business wants every deal to have, unless it has one. */
    KeptDeal planned(KeptDeal deal) {
        Optional<Integer> days = chosen().nextStepDays();
        KeptDeal.Facts facts = deal.facts();
        if (days.isEmpty() || facts.nextStep().isPresent()) {
            return deal;
        }
        Optional<LocalDate> due = Optional.of(today().plusDays(days.get()));
        return deal.with(
                new KeptDeal.Facts(facts.title(), facts.customer(), facts.owner(), facts.value(), due),
                deal.suggestion());
    }

    /** How long a deal may stand in a stage without a next step. */
    int attentionDays() {
        return chosen().attentionDays();
    }

    /** A deal without a next step that entered its stage before needs attention. */
    Instant neglectedBefore() {
        return clock.instant().minus(Duration.ofDays(attentionDays()));
    }

    private PipelineSettings chosen() {
        return settings.get("pipeline", PipelineSettings.class);
    }
}
