package io.kontor.demo.internal;

import io.kontor.customer.Notes;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.PageRequest;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deals;
import io.kontor.pipeline.Pipelines;
import io.kontor.pipeline.StageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do with the deals that orders have made: they call, move cards, plan the next step, write notes, and give
 * some up. They open none and win none: that is the buyers' part.
 */
@Component(service = Colleagues.class)
public final class Colleagues {
    private static final Logger LOG = LoggerFactory.getLogger(Colleagues.class);
    private static final Duration BEFORE_THE_CALL = Duration.ofHours(14);
    private static final Duration BEFORE_A_PROMISE = Duration.ofDays(3);
    private static final Duration PATIENCE = Duration.ofDays(19);

    private final Pipelines pipelines;
    private final Deals deals;
    private final Notes notes;
    private final Timepiece timepiece;

    @Activate
    public Colleagues(
            @Reference Pipelines pipelines,
            @Reference Deals deals,
            @Reference Notes notes,
            @Reference Timepiece timepiece) {
        this.pipelines = pipelines;
        this.deals = deals;
        this.notes = notes;
        this.timepiece = timepiece;
    }

    /** A day's work on the pipeline of this account. */
    void work(SourceAccountId account, LocalDate today, Phrases phrases) {
        pipelines.all().stream()
                .filter(pipeline -> pipeline.account().filter(account::equals).isPresent())
                .forEach(pipeline -> each(pipeline, today, phrases));
    }

    private void each(Pipelines.Outline pipeline, LocalDate today, Phrases phrases) {
        for (Deal deal : pipelines.open(pipeline.id(), PageRequest.MAX_LIMIT)) {
            try {
                tend(deal, pipeline.stages(), today, phrases);
            } catch (KontorException e) {
                if (e.error() != KernelError.STALE) {
                    throw e;
                }
                LOG.debug("An order changed {} at the same time; tomorrow is another day", deal.id(), e);
            }
        }
    }

    private void tend(Deal deal, List<StageId> stages, LocalDate today, Phrases phrases) {
        Instant now = timepiece.clock().instant();
        Duration age = Duration.between(deal.openedAt(), now);
        long chance = mixed(deal, today);
        if (age.compareTo(PATIENCE) > 0 && chance % 6 == 0) {
            deals.lose(deal.id(), Phrases.pick(phrases.reasons(), chance / 6), deal.version());
            return;
        }
        int stage = stages.indexOf(deal.stage());
        Duration wait = stage == 0 ? BEFORE_THE_CALL : BEFORE_A_PROMISE.multipliedBy(stage);
        if (age.compareTo(wait) > 0 && stage + 1 < stages.size() && chance % 3 != 0) {
            Deal moved = deals.move(deal.id(), stages.get(stage + 1), deal.version());
            deals.planNextStep(moved.id(), Optional.of(today.plusDays(1 + chance % 6)), moved.version());
            note(deal, chance, phrases);
        } else if (deal.nextStep().filter(due -> due.isBefore(today)).isPresent()) {
            deals.planNextStep(deal.id(), Optional.of(today.plusDays(1 + chance % 4)), deal.version());
            note(deal, chance, phrases);
        }
    }

    private void note(Deal deal, long chance, Phrases phrases) {
        deal.customer()
                .filter(customer -> chance % 2 == 0)
                .ifPresent(customer -> notes.note(customer, Phrases.pick(phrases.notes(), chance / 6)));
    }

    /** A number that looks random and is the same whenever the walk is done again on the same titles and days. */
    private static long mixed(Deal deal, LocalDate today) {
        long mixed = (deal.title().hashCode() * 31L + today.toEpochDay()) * 0x9E3779B97F4A7C15L;
        return mixed >>> 33;
    }
}
