package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.kernel.UserId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the open deals by their next step. */
@Component(service = AgendaStore.class)
public final class AgendaStore {
    private static final String DEAL = """
            select id, pipeline_id, stage_id, outcome, origin, title, customer_id, owner_id, currency, value_minor,
                   refunded_minor, next_step, loss_reason, closed_by, suggestion, position, opened_at,
                   entered_stage_at, closed_at, version
              from pipeline_deal
            """;

    static final String DUE = DEAL + """
             where outcome = 'OPEN' and next_step <= ? and (? or owner_id in (?))
             order by next_step, entered_stage_at, id
             limit ?
            """;

    static final String DUE_OF = DEAL + """
             where owner_id = ? and outcome = 'OPEN' and next_step <= ?
             order by next_step, entered_stage_at, id
             limit ?
            """;

    static final String NEGLECTED = DEAL + """
             where outcome = 'OPEN' and next_step is null and entered_stage_at < ? and (? or owner_id in (?))
             order by entered_stage_at, id
             limit ?
            """;

    static final String NEGLECTED_COUNT = """
            select count(*) as n from (
              select 1 from pipeline_deal
               where outcome = 'OPEN' and next_step is null and entered_stage_at < ? and (? or owner_id in (?))
               limit ?) as some
            """;

    private final Sql sql;

    @Activate
    public AgendaStore(@Reference(target = "(unit=pipeline)") Store store) {
        this.sql = store.sql();
    }

    /** Open deals whose next step is due by a day, the longest overdue first. */
    List<KeptDeal> due(LocalDate by, RowRule rule, int limit) {
        return sql.list(DUE, DealColumns::kept, by, rule.everybody(), rule.ownerIds(), limit);
    }

    /** As {@link #due}, of one owner. */
    List<KeptDeal> dueOf(UserId owner, LocalDate by, RowRule rule, int limit) {
        return rule.allows(Optional.of(owner)) ? sql.list(DUE_OF, DealColumns::kept, owner, by, limit) : List.of();
    }

    /** Open deals without a next step that entered their stage before, the longest waiting first. */
    List<KeptDeal> neglected(Instant before, RowRule rule, int limit) {
        return sql.list(NEGLECTED, DealColumns::kept, before, rule.everybody(), rule.ownerIds(), limit);
    }

    /** How many are neglected, at most as many as asked for. */
    int countNeglected(Instant before, RowRule rule, int most) {
        return sql.one(NEGLECTED_COUNT, row -> row.integer("n"), before, rule.everybody(), rule.ownerIds(), most)
                .orElse(0);
    }
}
