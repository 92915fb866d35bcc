package io.kontor.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts open deals on a pipeline by SQL, with the sums that are kept of them. */
final class FullBoard {

    private static final String DEAL = """
            insert into pipeline_deal (id, pipeline_id, stage_id, outcome, origin, title, customer_id, owner_id, currency,
                   value_minor, refunded_minor, position, opened_at, entered_stage_at, version)
            values (?, ?, ?, 'OPEN', 'HAND', ?, ?, ?, 'EUR', ?, 0, ?, utc_timestamp(6), utc_timestamp(6), 1)
            """;

    private static final String SUMS = """
            insert into pipeline_stage_total (stage_id, owner_id, currency, shard, deals, value_minor)
            select stage_id, owner_id, currency, 0, count(*), sum(value_minor) from pipeline_deal
             where outcome = 'OPEN' and title like 'Board deal %' group by stage_id, owner_id, currency
                on duplicate key update deals = deals + values(deals), value_minor = value_minor + values(value_minor)
            """;

    private FullBoard() {}

    /** @param customers whose deals they are, in turn */
    static void fill(Connection workspace, JsonNode pipeline, List<UUID> customers, int deals) throws Exception {
        List<UUID> stages = new ArrayList<>();
        pipeline.path("stages")
                .forEach(stage -> stages.add(UUID.fromString(stage.path("id").asText())));
        workspace.setAutoCommit(false);
        byte[] owner = proprietor(workspace);
        try (PreparedStatement insert = workspace.prepareStatement(DEAL);
                PreparedStatement sums = workspace.prepareStatement(SUMS)) {
            for (int i = 0; i < deals; i++) {
                insert.setBytes(1, bytes(FreshIds.next()));
                insert.setBytes(2, bytes(UUID.fromString(pipeline.path("id").asText())));
                insert.setBytes(3, bytes(stages.get(i % stages.size())));
                insert.setString(4, "Board deal " + i);
                insert.setBytes(5, bytes(customers.get(i % customers.size())));
                insert.setBytes(6, owner);
                insert.setLong(7, 1_000 + i);
                insert.setLong(8, i * 1_000L);
                insert.addBatch();
                if (i % 500 == 499) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            sums.executeUpdate();
            workspace.commit();
        }
    }

    private static byte[] proprietor(Connection workspace) throws SQLException {
        try (Statement statement = workspace.createStatement();
                ResultSet row = statement.executeQuery("select min(id) from access_user")) {
            row.next();
            return row.getBytes(1);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
