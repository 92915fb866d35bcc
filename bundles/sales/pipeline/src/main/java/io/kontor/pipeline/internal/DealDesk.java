package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what people enter about a deal, and finds its place in a stage. */
@Component(service = DealDesk.class)
public final class DealDesk {
    private static final int TITLE_LENGTH = 255;

    private final DealStore store;
    private final PipelineService pipelines;
    private final Customers customers;
    private final Users users;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public DealDesk(
            @Reference DealStore store,
            @Reference PipelineService pipelines,
            @Reference Customers customers,
            @Reference Users users,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.store = store;
        this.pipelines = pipelines;
        this.customers = customers;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    Pipeline pipeline(PipelineId id) {
        return pipelines.get(id);
    }

    DealId newId() {
        return new DealId(ids.next());
    }

    Instant now() {
        return clock.instant();
    }

    KeptDeal.Facts checked(KeptDeal.Facts facts) {
        String title = facts.title().strip();
        if (title.isEmpty() || title.length() > TITLE_LENGTH) {
            throw invalid("title", Reason.length(1, TITLE_LENGTH));
        }
        if (facts.value().minor() < 0) {
            throw invalid("value", Reason.negative());
        }
        facts.customer().ifPresent(this::requireCustomer);
        if (users.find(facts.owner()).filter(User::active).isEmpty()) {
            throw new KontorException(PipelineError.OWNER_NOT_FOUND);
        }
        return new KeptDeal.Facts(title, facts.customer(), facts.owner(), facts.value(), facts.nextStep());
    }

    /** Who has an open deal: its owner, or the proprietor instead of one who has left. */
    UserId responsible(UserId owner) {
        return users.responsible(owner);
    }

    private void requireCustomer(CustomerId customer) {
        if (customers.find(customer).isEmpty()) {
            throw new KontorException(PipelineError.CUSTOMER_NOT_FOUND);
        }
    }

    /** A neighbour that has left the stage in the meantime counts as none: the deal then goes on top. */
    long position(StageId stage, Place place, DealId moving) {
        return place(stage, place, moving)
                .or(() -> {
                    store.spread(stage);
                    return place(stage, place, moving);
                })
                .orElseThrow(() -> new IllegalStateException("A stage holds more deals than there are positions"));
    }

    /** Empty if the gap at the place is used up. */
    private Optional<Long> place(StageId stage, Place place, DealId moving) {
        Optional<KeptDeal> below = place.before().flatMap(id -> neighbour(id, stage));
        if (below.isPresent()) {
            KeptDeal next = below.get();
            return store.above(
                            stage, next.position(), Set.of(moving, next.deal().id()))
                    .map(above -> Positions.between(above, next.position()))
                    .orElseGet(() -> Optional.of(Positions.onTopOf(Optional.of(next.position()))));
        }
        Optional<KeptDeal> above = place.after().flatMap(id -> neighbour(id, stage));
        if (above.isPresent()) {
            KeptDeal former = above.get();
            return store.below(
                            stage,
                            former.position(),
                            Set.of(moving, former.deal().id()))
                    .map(next -> Positions.between(former.position(), next))
                    .orElseGet(() -> Optional.of(Positions.under(Optional.of(former.position()))));
        }
        return Optional.of(Positions.onTopOf(store.top(stage)));
    }

    private Optional<KeptDeal> neighbour(DealId id, StageId stage) {
        return store.find(id, RowRule.ALL)
                .filter(kept -> kept.open() && kept.deal().stage().equals(stage));
    }

    static KontorException invalid(String field, Reason reason) {
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason));
    }
}
