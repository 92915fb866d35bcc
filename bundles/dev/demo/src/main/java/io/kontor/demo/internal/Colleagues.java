package io.kontor.demo.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Notes;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Money;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deals;
import io.kontor.pipeline.NewDeal;
import io.kontor.pipeline.Pipelines;
import io.kontor.pipeline.StageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do with deals: they call, move cards, plan the next step, write notes, win some and give some up. */
@Component(service = Colleagues.class)
public final class Colleagues {
    private static final Logger LOG = LoggerFactory.getLogger(Colleagues.class);
    private static final Duration BEFORE_THE_CALL = Duration.ofHours(14);
    private static final Duration BEFORE_A_PROMISE = Duration.ofDays(3);
    private static final Duration PATIENCE_WITH_ORDERS = Duration.ofDays(16);
    private static final Duration PATIENCE_WITH_REQUESTS = Duration.ofDays(18);
    private static final int DAYS_BETWEEN_REQUESTS = 5;
    private static final long CHEAPEST_REQUEST_CENTS = 38_000;

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

    /** A day's work on the pipelines of this account and of the people themselves. */
    void work(SourceAccountId account, UserId owner, LocalDate today, Phrases phrases) {
        Optional<Pipelines.Outline> ofOrders = pipeline(Optional.of(account));
        ofOrders.ifPresent(pipeline -> each(pipeline, today, phrases));
        pipeline(Optional.empty()).ifPresent(pipeline -> {
            if (today.toEpochDay() % DAYS_BETWEEN_REQUESTS == 0) {
                ofOrders.flatMap(this::somebody).ifPresent(who -> request(pipeline, who, owner, today, phrases));
            }
            each(pipeline, today, phrases);
        });
    }

    private Optional<Pipelines.Outline> pipeline(Optional<SourceAccountId> account) {
        return pipelines.all().stream()
                .filter(pipeline -> pipeline.account().equals(account))
                .findFirst();
    }

    private Optional<CustomerId> somebody(Pipelines.Outline ofOrders) {
        return pipelines.open(ofOrders.id(), PageRequest.MAX_LIMIT).stream()
                .max(Comparator.comparingLong(deal -> deal.value().minor()))
                .flatMap(Deal::customer);
    }

    private void request(Pipelines.Outline pipeline, CustomerId who, UserId owner, LocalDate today, Phrases phrases) {
        long number = today.toEpochDay() / DAYS_BETWEEN_REQUESTS;
        Money value = new Money(CHEAPEST_REQUEST_CENTS * (1 + number % 5), Currency.getInstance("EUR"));
        deals.open(new NewDeal(
                pipeline.id(),
                Optional.empty(),
                Phrases.pick(phrases.requests(), number),
                Optional.of(who),
                owner,
                value,
                Optional.of(today.plusDays(2))));
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
        boolean ofOrder = deal.origin() == Deal.Origin.ORDER;
        if (age.compareTo(ofOrder ? PATIENCE_WITH_ORDERS : PATIENCE_WITH_REQUESTS) > 0 && chance % 6 == 0) {
            close(deal, ofOrder, chance / 6, phrases);
            return;
        }
        int stage = stages.indexOf(deal.stage());
        Duration wait = stage == 0 ? BEFORE_THE_CALL : BEFORE_A_PROMISE.multipliedBy(stage);
        if (age.compareTo(wait) > 0 && stage + 1 < stages.size() && chance % 3 != 0) {
            Deal moved = deals.move(deal.id(), stages.get(stage + 1), deal.version());
            deals.planNextStep(moved.id(), Optional.of(today.plusDays(1 + chance % 6)), moved.version());
            deal.customer()
                    .filter(customer -> chance % 2 == 0)
                    .ifPresent(customer -> notes.note(customer, Phrases.pick(phrases.notes(), chance / 6)));
        }
    }

    private void close(Deal deal, boolean ofOrder, long chance, Phrases phrases) {
        if (!ofOrder && chance % 2 == 0) {
            deals.win(deal.id(), deal.version());
        } else {
            deals.lose(deal.id(), Phrases.pick(phrases.reasons(), chance / 2), deal.version());
        }
    }

    /** A number that looks random and is the same whenever the walk is done again on the same titles and days. */
    private static long mixed(Deal deal, LocalDate today) {
        long mixed = (deal.title().hashCode() * 31L + today.toEpochDay()) * 0x9E3779B97F4A7C15L;
        return mixed >>> 33;
    }
}
