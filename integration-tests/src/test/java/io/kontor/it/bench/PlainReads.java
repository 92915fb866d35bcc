package io.kontor.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements of the reading operations, without those of the log-in; every column of every row is fetched. */
final class PlainReads {

    private static final String CUSTOMER = """
            select 'RECORD' as part, c.id as customer_id, c.owner_id as ref, c.kind as a, c.given_name as b,
                   c.family_name as c, c.legal_name as d, c.tax_id as e, c.lifecycle as f, c.first_touch as g,
                   c.last_touch as h, c.locale as i, c.zone as j, c.country as k,
                   c.version as n, c.created_at as at, null as until
              from customer c where c.id in (?)
            union all
            select 'POINT', p.customer_id, p.id, p.kind, p.value, p.label, null, null, null, null, null, null, null, null,
                   p.verified, p.valid_from, p.valid_to
              from customer_contact_point p where p.customer_id in (?)
            union all
            select 'ADDRESS', d.customer_id, d.id, d.kind, d.address_lines, d.city, d.region, d.postcode, d.country,
                   null, null, null, null, null, 0, null, null
              from customer_address d where d.customer_id in (?)
            union all
            select 'TAG', t.customer_id, null, t.tag, null, null, null, null, null, null, null, null, null, null,
                   0, null, null
              from customer_tag t where t.customer_id in (?)
            union all
            select 'CONSENT', s.customer_id, null, s.purpose, s.state, s.evidence, null, null, null, null, null, null,
                   null, null, 0, s.at, null
              from customer_consent s where s.customer_id in (?)
            union all
            select 'VALUE', v.customer_id, null, v.field_key, v.value, null, null, null, null, null, null, null, null,
                   null, 0, null, null
              from customer_field_value v where v.customer_id in (?)
            union all
            select 'ALIAS', m.member_id, m.root_id, null, null, null, null, null, null, null, null, null, null, null,
                   0, null, null
              from customer_alias m where m.member_id = ? or m.root_id = ?
            """;

    private static final String LIST = """
            select l.customer_id, l.kind, l.name, l.owner_id, l.lifecycle, l.main_email, l.main_phone, l.city, l.country,
                   l.tags, l.created_at, l.last_activity_at
              from customer_listing l
             order by l.name, l.customer_id limit 51
            """;

    private static final String PIPELINE = "select id, name, account_id, version from pipeline_pipeline where id = ?";

    private static final String STAGES = """
            select id, pipeline_id, name, probability, kind
              from pipeline_stage where pipeline_id in (?) order by pipeline_id, position
            """;

    private static final String TOTALS = """
            select total.stage_id, total.currency, sum(total.deals) as deals, sum(total.value_minor) as value_minor
              from pipeline_stage stage
              join pipeline_stage_total total on total.stage_id = stage.id
             where stage.pipeline_id = ?
             group by total.stage_id, total.currency
            having deals > 0
             order by total.stage_id, total.currency
            """;

    private static final String COLUMN = """
            select id, pipeline_id, stage_id, outcome, origin, title, customer_id, owner_id, currency, value_minor,
                   refunded_minor, next_step, loss_reason, closed_by, suggestion, position, opened_at,
                   entered_stage_at, closed_at, version
              from pipeline_deal
             where stage_id = ? and outcome = 'OPEN'
             order by position, id limit 51
            """;

    private static final String NAMES = """
            select l.customer_id as id, l.name from customer_listing l where l.customer_id in (%1$s)
            union all
            select a.member_id, l.name
              from customer_alias a join customer_listing l on l.customer_id = a.root_id
             where a.member_id in (%1$s)
            """;

    private static final String USERS = """
            select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
              from access_user u order by u.active desc, u.name, u.id
            """;

    private PlainReads() {}

    static void customer(Connection connection, UUID id) throws SQLException {
        byte[] key = FullBoard.bytes(id);
        fetch(connection, CUSTOMER, key, key, key, key, key, key, key, key);
    }

    static void list(Connection connection) throws SQLException {
        fetch(connection, LIST);
    }

    static void board(Connection connection, JsonNode pipeline) throws SQLException {
        byte[] id = id(pipeline);
        fetch(connection, PIPELINE, id);
        fetch(connection, STAGES, id);
        fetch(connection, TOTALS, id);
        List<byte[]> customers = new ArrayList<>();
        for (JsonNode stage : pipeline.path("stages")) {
            customers.addAll(fetch(connection, COLUMN, id(stage)));
        }
        List<byte[]> names = new ArrayList<>(customers);
        names.addAll(customers);
        fetch(connection, NAMES.formatted("?, ".repeat(customers.size() - 1) + "?"), names.toArray());
        fetch(connection, USERS);
    }

    private static byte[] id(JsonNode object) {
        return FullBoard.bytes(UUID.fromString(object.path("id").asText()));
    }

    /** Reads every value; answers those of {@code customer_id} for statements that have it in the seventh column. */
    private static List<byte[]> fetch(Connection connection, String sql, Object... parameters) throws SQLException {
        List<byte[]> customers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    for (int i = 1; i <= columns; i++) {
                        Object value = found.getObject(i);
                        if (i == 7 && sql.equals(COLUMN)) {
                            customers.add((byte[]) value);
                        }
                    }
                }
            }
        }
        return customers;
    }
}
