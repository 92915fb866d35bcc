package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.pipeline.DealId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The deals that one account's orders made, and all rows of a deal and of a pipeline. */
@Component(service = DemoDealStore.class)
public final class DemoDealStore {
    private static final String SOME = """
            select id, pipeline_id, stage_id, outcome, origin, title, customer_id, owner_id, currency, value_minor,
                   refunded_minor, next_step, loss_reason, closed_by, suggestion, position, opened_at,
                   entered_stage_at, closed_at, version
              from pipeline_deal
             where pipeline_id in (select id from pipeline_pipeline where account_id = ?) and origin = 'ORDER'
             limit ?
               for update
            """;

    private static final List<String> OF_DEAL = List.of(
            "delete from pipeline_deal_order where deal_id in (?)",
            "delete from pipeline_stage_log where deal_id in (?)",
            "delete from pipeline_deal where id in (?)");

    /** Orders of the account at deals that people made. */
    private static final String FOREIGN_ORDERS = """
            delete from pipeline_deal_order where deal_id in
              (select id from pipeline_deal where pipeline_id in
                (select id from pipeline_pipeline where account_id = ?))
            """;

    /** A pipeline in which people have deals of their own stays theirs. */
    private static final String KEEP = """
            update pipeline_pipeline set account_id = null, version = version + 1
             where account_id = ? and id in (select pipeline_id from pipeline_deal)
            """;

    private static final String DELETE_TOTALS = """
            delete from pipeline_stage_total where stage_id in
              (select s.id from pipeline_stage s join pipeline_pipeline p on p.id = s.pipeline_id where p.account_id = ?)
            """;

    private static final String DELETE_STAGES = """
            delete from pipeline_stage where pipeline_id in (select id from pipeline_pipeline where account_id = ?)
            """;

    private static final String DELETE_PIPELINE = "delete from pipeline_pipeline where account_id = ?";

    private final Sql sql;

    @Activate
    public DemoDealStore(@Reference(target = "(unit=pipeline)") Store store) {
        this.sql = store.sql();
    }

    List<KeptDeal> some(SourceAccountId account, int limit) {
        return sql.list(SOME, DealColumns::kept, account, limit);
    }

    void delete(Collection<DealId> ids) {
        OF_DEAL.forEach(statement -> sql.update(statement, ids));
    }

    /** Once its order-made deals are gone. */
    void deletePipeline(SourceAccountId account) {
        sql.update(FOREIGN_ORDERS, account);
        sql.update(KEEP, account);
        sql.update(DELETE_TOTALS, account);
        sql.update(DELETE_STAGES, account);
        sql.update(DELETE_PIPELINE, account);
    }
}
