package io.kontor.it.story;

import io.kontor.it.KontorDistribution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the product has stored, looked at from outside. */
public final class StoredRows {
    private static final String WORKSPACE = "kontor_w_main";
    private static final List<String> BUSINESS = List.of("customer", "seller_", "catalog_", "order_", "pipeline_");
    private final KontorDistribution kontor;

    public StoredRows(KontorDistribution kontor) {
        this.kontor = kontor;
    }

    /** A number out of the workspace's database. */
    public long number(String query, Object... parameters) throws Exception {
        return number(WORKSPACE, query, parameters);
    }

    /** A number out of the control database. */
    public long controlNumber(String query, Object... parameters) throws Exception {
        return number("kontor", query, parameters);
    }

    private long number(String catalogue, String query, Object... parameters) throws Exception {
        try (Connection connection = kontor.database(catalogue);
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void change(String update) throws Exception {
        try (Connection connection = kontor.database(WORKSPACE);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    /** Whether every message is processed, every subscription has seen every event, and no shop is to be asked again. */
    public boolean settled() throws Exception {
        return controlNumber("select count(*) from webhooks_inbox where processed_at is null") == 0
                && controlNumber("select count(*) from jobs_plan where task_instance like '%connector.refetch%'") == 0
                && controlNumber("select count(*) from events_outbox where position is null") == 0
                && controlNumber("""
                        select count(*) from events_subscription, events_sequence
                          where events_subscription.position < events_sequence.last_position
                        """) == 0;
    }

    /** Every row of every table of the business modules, as text, by table. */
    Map<String, List<String>> business() throws Exception {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = kontor.database(WORKSPACE)) {
            for (String table : tables(connection)) {
                if (BUSINESS.stream().anyMatch(table::startsWith)) {
                    dump.put(table, rows(connection, table));
                }
            }
        }
        return dump;
    }

    private static List<String> tables(Connection connection) throws Exception {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(WORKSPACE, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from `" + table + "`")) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object value = found.getObject(i);
                    row.append(columns.getColumnName(i))
                            .append('=')
                            .append(
                                    value instanceof byte[] bytes
                                            ? HexFormat.of().formatHex(bytes)
                                            : value)
                            .append(' ');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(String::compareTo);
        return rows;
    }
}
