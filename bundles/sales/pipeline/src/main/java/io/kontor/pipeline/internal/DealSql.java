package io.kontor.pipeline.internal;

/** The statements of the deal tables; each list has the index that its EXPLAIN test names. */
final class DealSql {
    private static final String DEAL = """
            select id, pipeline_id, stage_id, outcome, origin, title, customer_id, owner_id, currency, value_minor,
                   refunded_minor, next_step, loss_reason, closed_by, suggestion, position, opened_at,
                   entered_stage_at, closed_at, version
              from pipeline_deal
            """;

    static final String LOCK = DEAL + """
             where id = ?
               for update
            """;

    static final String FIND = DEAL + """
             where id = ? and (? or owner_id in (?))
            """;

    static final String LOCK_OPEN = DEAL + """
             where customer_id in (?) and pipeline_id = ? and outcome = 'OPEN'
             order by origin = 'ORDER' desc, id desc
               for update
            """;

    static final String ANY_OPEN = """
            select 1 from pipeline_deal where customer_id in (?) and outcome = 'OPEN' limit 1
            """;

    static final String LOCK_OPEN_OF = DEAL + """
             where owner_id = ? and outcome = 'OPEN'
             order by id limit ?
               for update
            """;

    static final String PAGE = DEAL + """
             where (? or owner_id in (?))
               and (? is null or pipeline_id = ?)
               and (? is null or outcome = ?)
               and (? is null or owner_id = ?)
               and (? or customer_id in (?))
               and (? is null or id in (select deal_id from pipeline_deal_order where order_id = ?))
               and id < ?
             order by id desc
             limit ?
            """;

    /** Ends with the columns of {@link #UPDATE}, in their order. */
    static final String INSERT = """
            insert into pipeline_deal (id, pipeline_id, origin, opened_at, stage_id, outcome, title, customer_id,
                   owner_id, currency, value_minor, refunded_minor, next_step, loss_reason, closed_by, suggestion,
                   position, entered_stage_at, closed_at, open_for, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String UPDATE = """
            update pipeline_deal
               set stage_id = ?, outcome = ?, title = ?, customer_id = ?, owner_id = ?, currency = ?, value_minor = ?,
                   refunded_minor = ?, next_step = ?, loss_reason = ?, closed_by = ?, suggestion = ?, position = ?,
                   entered_stage_at = ?, closed_at = ?, open_for = ?, version = ?
             where id = ?
            """;

    static final String TOP = """
            select position from pipeline_deal
             where stage_id = ? and outcome = 'OPEN' order by position limit 1
            """;

    static final String ABOVE = """
            select position from pipeline_deal
             where stage_id = ? and outcome = 'OPEN' and position <= ? and id not in (?)
             order by position desc limit 1
            """;

    static final String BELOW = """
            select position from pipeline_deal
             where stage_id = ? and outcome = 'OPEN' and position >= ? and id not in (?)
             order by position limit 1
            """;

    static final String SPREAD = """
            update pipeline_deal deal
              join (select id, row_number() over (order by position, id) as place
                      from pipeline_deal where stage_id = ? and outcome = 'OPEN') ordered on ordered.id = deal.id
               set deal.position = ordered.place * ?
            """;

    static final String LOG = """
            insert into pipeline_stage_log (id, deal_id, happened_at, actor_id, actor_name, from_stage_id, to_stage_id,
                   outcome)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String LOG_OF = """
            select id, deal_id, happened_at, actor_id, actor_name, from_stage_id, to_stage_id, outcome
              from pipeline_stage_log where deal_id = ? order by id
            """;

    static final String ADD_TO_TOTAL = """
            insert into pipeline_stage_total (stage_id, owner_id, currency, shard, deals, value_minor)
            values (?, ?, ?, ?, ?, ?)
                on duplicate key update deals = deals + values(deals), value_minor = value_minor + values(value_minor)
            """;

    static final String COLUMN = DEAL + """
             where stage_id = ? and outcome = 'OPEN'
               and (? is null or owner_id = ?)
               and (? or owner_id in (?))
               and position >= ? and (position > ? or id > ?)
             order by position, id
             limit ?
            """;

    static final String TOTALS = """
            select total.stage_id, total.currency, sum(total.deals) as deals, sum(total.value_minor) as value_minor
              from pipeline_stage stage
              join pipeline_stage_total total on total.stage_id = stage.id
             where stage.pipeline_id = ?
               and (? is null or total.owner_id = ?)
               and (? or total.owner_id in (?))
             group by total.stage_id, total.currency
            having deals > 0
             order by total.stage_id, total.currency
            """;

    private DealSql() {}
}
